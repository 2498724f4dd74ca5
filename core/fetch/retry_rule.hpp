#pragma once

namespace pith {

/// Whether the same request may be answered otherwise another time: 408, 425, 429, 500, 502, 503, 504, and
/// what the large caches in front of servers add for a server that is down (520 to 524, 529 and 530).
bool may_succeed_later(int http_status);

}  // namespace pith
