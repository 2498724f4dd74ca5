#pragma once

namespace pith {

/// What counts where the two are at odds.
enum class Favor {
  neither,
  precision,  ///< rather too little than what does not belong
  recall,     ///< rather too much than too little
};

}  // namespace pith
