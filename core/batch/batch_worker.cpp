#include "core/batch/batch_worker.hpp"

#include <chrono>
#include <exception>
#include <utility>

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

OutputLine BatchWorker::result_of(const BatchRequest& request) const {
  JsonOptions json;
  json.id = request.id;
  json.url = request.page.url;
  json.explain = explain_;
  if (!request.error.empty()) return written(failure(request.error), json);
  try {
    return written(extract_page(request.page, registry_, how_).extraction, json);
  } catch (const std::exception& error) {
    return written(failure(request.where + ": " + error.what()), json);
  }
}

OutputLine BatchWorker::work(const BatchItem& item) const noexcept {
  const auto start = Clock::now();
  OutputLine out;
  try {
    const auto* line = std::get_if<InputLine>(&item);
    out = line != nullptr ? result_of(read_batch_request(*line, how_.limits))
                          : result_of(std::get<BatchRequest>(item));
  } catch (...) {
    // No memory, even for the line that says what is wrong: the least that can be said.
    out.text = R"({"schema":"pith-extraction/1","status":"failed","error":"out of memory"})";
  }
  out.time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  return out;
}

}  // namespace pith
