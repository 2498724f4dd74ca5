#pragma once

#include <string>

#include "pith/node.hpp"

namespace pith {

/// A formula in MathML on one line, so that it keeps its value: "(a+b)/c", "a_1^2", "sqrt(x)". Empty if it is
/// too long to be one.
std::string math_line(Node math);

}  // namespace pith
