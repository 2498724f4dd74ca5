#pragma once

#include <string>
#include <vector>

#include "pith/embedded_article.hpp"

namespace pith::embedded {

/// The elements that Next.js streams to `self.__next_f` (`["$","p",null,{"children":"..."}]`) as HTML, rows
/// that others refer to in the place of the first reference. What only programs know (the components' own
/// markup) is not there. Empty if there are none. Every row is written once, without recursion.
std::string html_of_flight(const std::vector<EmbeddedData>& data);

}  // namespace pith::embedded
