#include <pith/pith.hpp>

pith::Site harbour() {
  using namespace pith;
  return Site{}
      .urls("/story/*")
      .recipe("the only layout")
      .when("main.story")
      .title("h1")
      .body("main.story")
      .drop(Boilerplate::share, ".share");
}
PITH_PLUGIN(harbour, "1.0.0", "harbour.example", "*.harbour.example")
