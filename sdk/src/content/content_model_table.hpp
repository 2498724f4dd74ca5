#pragma once

#include "content/decision_trees.hpp"

namespace pith {

/// Asked with RunFeatures.
extern const DecisionTrees first_stage;
/// Asked with what content_model.cpp gathers of the first stage's answers.
extern const DecisionTrees second_stage;

}  // namespace pith
