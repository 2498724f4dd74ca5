#include "content/content_names.hpp"

namespace pith {

bool says_content(std::string_view names) noexcept {
  for (std::size_t at = 0; at + 4 <= names.size(); ++at) {
    const std::string_view rest = names.substr(at);
    switch (rest.front()) {
      case 'a':
        if (rest.starts_with("article")) return true;
        break;
      case 'b':
        if (rest.starts_with("body")) return true;
        break;
      case 'c':
        if (rest.starts_with("content")) return true;
        break;
      case 'e':
        if (rest.starts_with("entry")) return true;
        break;
      case 'm':
        if (rest.starts_with("main")) return true;
        break;
      case 'p':
        if (rest.starts_with("post")) return true;
        break;
      case 's':
        if (rest.starts_with("story")) return true;
        break;
      case 't':
        if (rest.starts_with("text")) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace pith
