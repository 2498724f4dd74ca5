#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pith/metadata.hpp"

namespace pith {

struct Metadata::Impl {
  std::string page_url;
  std::vector<JsonDocument> json_ld;
  std::vector<std::pair<std::string, std::string>> metas;
  std::vector<Image> sized_images;
};

}  // namespace pith
