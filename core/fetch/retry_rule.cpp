#include "core/fetch/retry_rule.hpp"

namespace pith {

bool may_succeed_later(int http_status) {
  switch (http_status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
    case 529:
    case 530:
      return true;
    default:
      return http_status >= 520 && http_status <= 524;
  }
}

}  // namespace pith
