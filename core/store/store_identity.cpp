#include "core/store/store_identity.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace pith {

std::string store_identity(SqlDatabase& database) {
  std::string identity;
  database.query("SELECT value FROM meta WHERE name = 'identity'", {}, [&](const SqlRow& row) {
    identity = row.text(0);
    return false;
  });
  return identity;
}

void give_identity(SqlDatabase& database) {
  if (!store_identity(database).empty()) return;
  database.run("INSERT INTO meta (name, value) VALUES ('identity', $1) ON CONFLICT (name) DO NOTHING",
               {boost::uuids::to_string(boost::uuids::random_generator()())});
}

}  // namespace pith
