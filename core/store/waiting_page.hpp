#pragma once

#include "core/store/sql_row.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Of a row of: id, key, url, host, role, source, attempts, etag, last_modified.
WaitingPage waiting_page_of(const SqlRow& row);

}  // namespace pith
