#include "pith/extraction.hpp"

namespace pith {

std::string_view name_of(Status status) noexcept {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::partial:
      return "partial";
    case Status::paywalled:
      return "paywalled";
    case Status::no_article:
      return "no_article";
    case Status::layout_changed:
      return "layout_changed";
    case Status::unsupported:
      return "unsupported";
    case Status::failed:
      return "failed";
  }
  return "failed";
}

bool is_success(Status status) noexcept {
  return status == Status::ok || status == Status::no_article;
}

}  // namespace pith
