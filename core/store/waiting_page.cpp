#include "core/store/waiting_page.hpp"

#include "core/store/names.hpp"

namespace pith {

WaitingPage waiting_page_of(const SqlRow& row) {
  SqlColumns columns(row);
  WaitingPage page;
  page.id = columns.integer();
  page.key = columns.text();
  page.url = columns.text();
  page.host = columns.text();
  page.role = role_named(columns.text());
  page.source = columns.integer();
  page.attempts = static_cast<std::uint32_t>(columns.integer());
  page.etag = columns.text();
  page.last_modified = columns.text();
  return page;
}

}  // namespace pith
