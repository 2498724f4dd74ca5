#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "tests/support/temporary_folder.hpp"

namespace pith {

/// A PostgreSQL server of the tests' own: its files in a temporary folder, reached by a socket there, gone
/// with the object or with the process.
class PostgresServer {
 public:
  /// Empty, with the reason in `why_not`, where there is none or it does not start.
  static std::unique_ptr<PostgresServer> start(std::string& why_not);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// The location of a store in this schema.
  std::string location(const std::string& schema) const;
  /// Ends all connections but its own.
  void cut_connections() const;
  /// Runs a statement.
  void run(const std::string& statement) const;

 private:
  PostgresServer() = default;
  std::string connection() const;
  bool initialise(const std::string& programs, std::string& why_not);
  bool launch(const std::string& programs, std::string& why_not);

  TemporaryFolder folder_;
  pid_t process_ = -1;
};

}  // namespace pith
