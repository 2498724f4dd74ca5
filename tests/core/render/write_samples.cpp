#include <exception>
#include <iostream>

#include "core/render/json.hpp"
#include "tests/core/render/sample_extractions.hpp"

/// Prints every sample result as JSON Lines, plain and explained, for validate_samples.py.
int main() {
  try {
    for (const auto& [name, extraction] : pith::test::sample_extractions()) {
      pith::JsonOptions options;
      std::cout << pith::render_json(extraction, options) << '\n';
      options.id = pith::json_string(name);
      options.url = "https://a.example/";
      options.explain = true;
      std::cout << pith::render_json(extraction, options) << '\n';
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return std::cout.good() ? 0 : 1;
}
