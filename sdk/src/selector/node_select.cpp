#include "pith/document.hpp"
#include "pith/selector.hpp"

namespace pith {

Node Node::find(const Selector& selector) const {
  return selector.find(*this);
}

std::vector<Node> Node::select(const Selector& selector) const {
  return selector.select(*this);
}

bool Node::matches(const Selector& selector) const {
  return selector.matches(*this, *this);
}

Node Node::closest(const Selector& selector) const {
  for (Node at = *this; at; at = at.parent()) {
    if (selector.matches(at, *this)) return at;
  }
  return {};
}

Node Document::find(const Selector& selector) const {
  return selector.find(root());
}

std::vector<Node> Document::select(const Selector& selector) const {
  return selector.select(root());
}

}  // namespace pith
