#include "body/block_builder.hpp"

namespace pith {
namespace {

bool nests(Gathering what) {
  return what == Gathering::quote || what == Gathering::list || what == Gathering::item;
}

}  // namespace

void BlockBuilder::open(Gathering what, Block block) {
  if (!frames_.empty() && what != Gathering::credit) border();
  if (nests(what)) ++depth_;
  frames_.push_back({what, std::move(block), {}, {}, {}});
}

void BlockBuilder::put(Frame& frame, Block block) {
  switch (frame.what) {
    case Gathering::body:
    case Gathering::quote:
    case Gathering::item:
      frame.blocks.push_back(std::move(block));
      break;
    case Gathering::list:
      // Text straight in a list, without an item around it.
      frame.block.items.push_back({});
      frame.block.items.back().blocks.push_back(std::move(block));
      break;
    default:
      // Where only text can be (a heading, a cell, a caption) the text of the block is kept.
      frame.buffer.add_space();
      frame.buffer.add(text_of(block), Span{}, block.source);
      frame.buffer.add_space();
  }
}

void BlockBuilder::border() {
  Frame& frame = frames_.back();
  if (!holds_blocks(frame.what)) {
    frame.buffer.add_space();
    return;
  }
  if (!frame.buffer.empty()) {
    Block paragraph;
    paragraph.source = frame.buffer.source();
    paragraph.spans = frame.buffer.take();
    put(frame, std::move(paragraph));
  } else {
    frame.buffer.take();
  }
  for (Block& block : std::exchange(frame.waiting, {})) put(frame, std::move(block));
}

void BlockBuilder::add(Block block) {
  border();
  put(frames_.back(), std::move(block));
}

void BlockBuilder::add_picture(Image image, SourceRange source) {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->what == Gathering::figure) {
      frame->block.images.push_back(std::move(image));
      return;
    }
    if (!holds_blocks(frame->what)) continue;
    Block figure;
    figure.type = BlockType::figure;
    figure.images.push_back(std::move(image));
    figure.source = source;
    if (frame->buffer.empty() && frame == frames_.rbegin()) {
      put(*frame, std::move(figure));
    } else {
      frame->waiting.push_back(std::move(figure));
    }
    return;
  }
}

void BlockBuilder::close() {
  if (frames_.size() < 2) return;
  if (frames_.back().what != Gathering::credit) border();
  Frame closed = std::move(frames_.back());
  frames_.pop_back();
  if (nests(closed.what)) --depth_;
  close_into(std::move(closed), frames_.back());
}

void BlockBuilder::close_into(Frame closed, Frame& parent) {
  Block& block = closed.block;
  switch (closed.what) {
    case Gathering::heading:
      block.spans = closed.buffer.take();
      if (!block.spans.empty()) put(parent, std::move(block));
      for (Block& waiting : closed.waiting) put(parent, std::move(waiting));
      break;
    case Gathering::quote:
      block.children = std::move(closed.blocks);
      if (!block.children.empty()) put(parent, std::move(block));
      break;
    case Gathering::item:
      if (closed.blocks.empty()) break;
      if (parent.what == Gathering::list) {
        parent.block.items.push_back({std::move(closed.blocks)});
      } else {
        for (Block& inner : closed.blocks) put(parent, std::move(inner));
      }
      break;
    case Gathering::list:
      if (!block.items.empty()) put(parent, std::move(block));
      break;
    case Gathering::credit:
      if (std::string credit = text_of(closed.buffer.take()); !credit.empty())
        parent.block.credit = std::move(credit);
      break;
    case Gathering::figure:
      block.spans = closed.buffer.take();
      if (!block.images.empty() || !block.spans.empty()) put(parent, std::move(block));
      break;
    case Gathering::caption:
      parent.block.spans = closed.buffer.take();
      break;
    case Gathering::cell:
      if (parent.what == Gathering::row && !block.rows.empty()) {
        TableCell cell = std::move(block.rows.front().cells.front());
        cell.spans = closed.buffer.take();
        if (parent.block.rows.empty()) parent.block.rows.push_back({});
        parent.block.rows.front().cells.push_back(std::move(cell));
      }
      break;
    case Gathering::row:
      if (parent.what == Gathering::table && !block.rows.empty()) {
        parent.block.rows.push_back(std::move(block.rows.front()));
      }
      break;
    case Gathering::table:
      if (!block.rows.empty()) put(parent, std::move(block));
      break;
    case Gathering::body:
      break;
  }
}

std::vector<Block> BlockBuilder::finish() {
  while (frames_.size() > 1) close();
  border();
  return std::move(frames_.front().blocks);
}

}  // namespace pith
