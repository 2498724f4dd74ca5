#include "core/batch/batch_worker.hpp"

#include <chrono>
#include <exception>
#include <utility>

#include "core/batch/batch_request.hpp"
#include "core/render/json.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

OutputLine written(const Extraction& extraction, const JsonOptions& how) {
  OutputLine out;
  out.text = render_json(extraction, how);
  out.status = extraction.status;
  return out;
}

Extraction failure(std::string reason) {
  Extraction extraction;
  extraction.status = Status::failed;
  extraction.reason = std::move(reason);
  return extraction;
}

}  // namespace

OutputLine BatchWorker::result_of(const InputLine& line) const {
  BatchRequest request = read_batch_request(line, how_.limits);
  JsonOptions json;
  json.id = request.id;
  json.url = request.page.url;
  json.explain = explain_;
  if (!request.error.empty()) return written(failure(request.error), json);
  try {
    return written(extract_page(request.page, registry_, how_).extraction, json);
  } catch (const std::exception& error) {
    return written(failure("line " + std::to_string(line.number) + ": " + error.what()), json);
  }
}

OutputLine BatchWorker::work(const InputLine& line) const noexcept {
  const auto start = Clock::now();
  OutputLine out;
  try {
    out = result_of(line);
  } catch (...) {
    // No memory, even for the line that says what is wrong: the least that can be said.
    out.text = R"({"schema":"pith-extraction/1","status":"failed","error":"out of memory"})";
  }
  out.time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  return out;
}

}  // namespace pith
