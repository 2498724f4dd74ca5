#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "tests/support/scripted_server.hpp"

namespace pith {

/// A site: what each path answers; 404 for all others.
inline ScriptedServer::Answer site(std::map<std::string, ScriptedServer::Answer> paths) {
  return [paths = std::move(paths)](const ScriptedRequest& request) {
    const auto found = paths.find(request.path);
    return found == paths.end() ? http_answer(404, "", "") : found->second(request);
  };
}

inline ScriptedServer::Answer always(const ScriptedReply& reply) {
  return [reply](const ScriptedRequest&) { return reply; };
}

inline ScriptedServer::Answer robots_txt(const std::string& text) {
  return always(http_answer(200, "Content-Type: text/plain\r\n", text));
}

/// `first` for so many requests, then `then`.
inline ScriptedServer::Answer first(std::size_t times, const ScriptedReply& first,
                                    const ScriptedReply& then) {
  return [=](const ScriptedRequest& request) { return request.number <= times ? first : then; };
}

inline ScriptedReply ok(const std::string& body) {
  return http_answer(200, "Content-Type: text/html\r\n", body);
}

}  // namespace pith
