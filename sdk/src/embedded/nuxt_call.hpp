#pragma once

#include <string>
#include <string_view>

namespace pith::embedded {

/// What Nuxt 2 writes for its state, `__NUXT__=(function(a,b){return {title:a,tags:[b]}}("T","x"))`, as JSON:
/// the object literal with the arguments in the places of the parameters. Nothing is run; what is no literal
/// (a call, an unknown name) is null. Empty if the script holds no such call. Linear: what the arguments make
/// of the literal is limited to four times the script.
std::string json_of_nuxt_call(std::string_view script);

}  // namespace pith::embedded
