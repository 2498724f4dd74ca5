#include "parse/gumbo_parse.hpp"

#include <csetjmp>

namespace pith {
namespace {

// Gumbo has no way to be told to stop: it asserts that there is memory. So the allocator leaves it with
// longjmp; there are only C frames in between, and all that they hold lies in the arena.
struct Escape {
  std::jmp_buf place;
};

thread_local Escape* escape = nullptr;

[[noreturn]] void leave(Arena&) {
  std::longjmp(escape->place, 1);
}

void* allocate(void* arena, std::size_t size) {
  return static_cast<Arena*>(arena)->allocate(size);
}
void release(void* arena, void* place) {
  static_cast<Arena*>(arena)->release(place);
}

// Holds nothing that would have to be destroyed when `leave` jumps back into it.
const GumboOutput* parse_or_leave(const GumboOptions* options, const char* text, std::size_t length) {
  Escape here;
  Escape* const outer = escape;
  escape = &here;
  const GumboOutput* volatile output = nullptr;
  if (setjmp(here.place) == 0) output = gumbo_parse_with_options(options, text, length);
  escape = outer;
  return output;
}

}  // namespace

GumboParse::GumboParse(Arena::Budget budget) noexcept : arena_(budget, &leave) {}

const GumboOutput* GumboParse::run(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &allocate;
  options.deallocator = &release;
  options.userdata = &arena_;
  options.max_errors = 0;
  return parse_or_leave(&options, html.data(), html.size());
}

}  // namespace pith
