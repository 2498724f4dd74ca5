#include "core/job/extraction_pool.hpp"

#include <cstdint>
#include <system_error>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::size_t tasks_of_a_worker = 4;
constexpr std::size_t most_bytes = std::size_t{48} << 20;

}  // namespace

ExtractionPool::ExtractionPool(PageExtractor& extractor, unsigned workers)
    : extractor_(extractor),
      most_(workers * tasks_of_a_worker),
      tasks_(most_, most_bytes),
      done_(most_, SIZE_MAX) {  // as many as are under way find room: no thread waits for who takes them
  try {
    for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
  } catch (const std::system_error& error) {
    end();
    throw Error(std::string("cannot start a thread: ") + error.what(), "", "use fewer workers");
  }
}

ExtractionPool::~ExtractionPool() {
  end();
}

void ExtractionPool::end() {
  abandoned_ = true;
  tasks_.close();
  for (std::thread& thread : threads_) thread.join();
}

void ExtractionPool::put(Task task) {
  ++under_way_;
  const std::size_t bytes = task.page.bytes.size();
  tasks_.put(std::move(task), bytes);
}

std::optional<ExtractionPool::Done> ExtractionPool::next() {
  if (under_way_ == 0) return std::nullopt;
  --under_way_;
  return done_.take();
}

void ExtractionPool::work() {
  while (auto task = tasks_.take()) {
    if (abandoned_) continue;
    Done done{task->id, std::move(task->url), extractor_.extract(task->page)};
    done_.put(std::move(done), 0);
  }
}

}  // namespace pith
