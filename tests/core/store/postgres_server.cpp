#include "tests/core/store/postgres_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

namespace pith {
namespace {

namespace fs = std::filesystem;

/// The newest version's programs; empty if there are none.
std::string programs_folder() {
  std::string newest;
  std::error_code absent;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", absent)) {
    const auto programs = version.path() / "bin";
    if (fs::exists(programs / "initdb") && fs::exists(programs / "postgres")) {
      newest = std::max(newest, programs.string());
    }
  }
  return newest;
}

/// PostgreSQL does not run as root; there is a user for it where it is installed.
const passwd* other_user() {
  if (::geteuid() != 0) return nullptr;
  const passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

/// Starts a program whose output goes to a file; it ends when this thread does.
pid_t spawn(const std::vector<std::string>& command, const std::string& output) {
  std::vector<char*> arguments;
  for (const auto& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  const passwd* const user = other_user();
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int log = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  if (user != nullptr &&
      (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) {
    ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

std::unique_ptr<PostgresServer> PostgresServer::start(std::string& why_not) {
  const std::string programs = programs_folder();
  if (programs.empty()) {
    why_not = "no PostgreSQL server in /usr/lib/postgresql (Debian: apt-get install postgresql)";
    return nullptr;
  }
  std::unique_ptr<PostgresServer> server(new PostgresServer);
  if (!server->initialise(programs, why_not) || !server->launch(programs, why_not)) return nullptr;
  return server;
}

bool PostgresServer::initialise(const std::string& programs, std::string& why_not) {
  if (const passwd* user = other_user()) {
    if (::chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
      why_not = "the folder cannot be given to the user " + std::string(user->pw_name);
      return false;
    }
  }
  const std::string data = (folder_.path() / "data").string();
  const pid_t child = spawn({programs + "/initdb", "-D", data, "-A", "trust", "-U", "pith", "-E", "UTF8",
                             "--locale=C", "--no-sync", "--no-instructions"},
                            "/dev/null");
  int status = 0;
  if (::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  why_not = "initdb fails";
  return false;
}

bool PostgresServer::launch(const std::string& programs, std::string& why_not) {
  const std::string folder = folder_.path().string();
  process_ =
      spawn({programs + "/postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=", "-c",
             "fsync=off", "-c", "max_connections=20", "-c", "shared_buffers=16MB"},
            "/dev/null");
  constexpr int most_tries = 600;
  for (int i = 0; i < most_tries; ++i) {
    if (PQping(connection().c_str()) == PQPING_OK) return true;
    if (::waitpid(process_, nullptr, WNOHANG) == process_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  why_not = "the PostgreSQL server does not start";
  return false;
}

PostgresServer::~PostgresServer() {
  if (process_ <= 0) return;
  ::kill(process_, SIGQUIT);
  ::waitpid(process_, nullptr, 0);
}

std::string PostgresServer::connection() const {
  return "postgresql://pith@/postgres?host=" + folder_.path().string();
}

std::string PostgresServer::location(const std::string& schema) const {
  return connection() + "&schema=" + schema;
}

void PostgresServer::run(const std::string& statement) const {
  PGconn* const connection_to = PQconnectdb(connection().c_str());
  PQclear(PQexec(connection_to, "SET client_min_messages = warning"));
  PGresult* const result = PQexec(connection_to, statement.c_str());
  const auto status = PQresultStatus(result);
  const std::string problem = PQerrorMessage(connection_to);
  PQclear(result);
  PQfinish(connection_to);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(problem);
}

void PostgresServer::cut_connections() const {
  run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
      "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
}

}  // namespace pith
