#include "core/plugin/elf_file.hpp"

#include <elf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "pith/error.hpp"

namespace pith {
namespace {

#if defined(__x86_64__)
constexpr std::uint16_t host_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t host_machine = EM_AARCH64;
#else
#error "Pith loads plugins on x86-64 and aarch64; see docs/reference/limits.md"
#endif

/// No hash chain of a sane library comes near; a loop in a damaged one ends here.
constexpr std::uint32_t longest_chain = 1U << 20;

std::string machine_name(std::uint16_t machine) {
  switch (machine) {
    case EM_386:
      return "x86";
    case EM_X86_64:
      return "x86-64";
    case EM_ARM:
      return "arm";
    case EM_AARCH64:
      return "aarch64";
    case EM_RISCV:
      return "risc-v";
    default:
      return "number " + std::to_string(machine);
  }
}

std::string type_name(std::uint16_t type) {
  switch (type) {
    case ET_REL:
      return "an object file";
    case ET_EXEC:
      return "a program";
    case ET_CORE:
      return "a core dump";
    default:
      return "an ELF file of type " + std::to_string(type);
  }
}

std::uint32_t gnu_hash_of(std::string_view name) {
  std::uint32_t hash = 5381;
  for (const char c : name) hash = hash * 33 + static_cast<unsigned char>(c);
  return hash;
}

}  // namespace

ElfFile::ElfFile(const std::filesystem::path& path) : where_(path.string()) {
  open(path);
  try {
    read_identity();
    read_segments();
  } catch (...) {
    ::close(file_);
    throw;
  }
}

ElfFile::~ElfFile() {
  ::close(file_);
}

void ElfFile::open(const std::filesystem::path& path) {
  // Not blocking: a named pipe that is called *.so must not hold up the host.
  file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file_ < 0) refuse("cannot be opened: " + std::generic_category().message(errno));
  struct stat status {};
  const bool known = ::fstat(file_, &status) == 0;
  if (!known || !S_ISREG(status.st_mode)) {
    ::close(file_);
    refuse("not a regular file");
  }
  size_ = static_cast<std::uint64_t>(status.st_size);
}

void ElfFile::refuse(const std::string& problem) const {
  throw Error(problem, where_);
}

void ElfFile::check_inside(std::uint64_t offset, std::uint64_t size, const char* what) const {
  if (offset <= size_ && size <= size_ - offset) return;
  refuse("cut short or damaged: " + std::string(what) + " (" + std::to_string(size) + " bytes at " +
         std::to_string(offset) + ") does not fit in the file of " + std::to_string(size_) + " bytes");
}

void ElfFile::read(std::uint64_t offset, void* into, std::size_t size, const char* what) const {
  check_inside(offset, size, what);
  auto* to = static_cast<char*>(into);
  while (size > 0) {
    const ssize_t got = ::pread(file_, to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse("cannot be read: " + std::generic_category().message(errno));
    if (got == 0) refuse("became shorter while it was read");
    to += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

template <class Value>
Value ElfFile::value_at(std::uint64_t offset, const char* what) const {
  Value value;
  read(offset, &value, sizeof value, what);
  return value;
}

void ElfFile::read_identity() {
  if (size_ == 0) refuse("the file is empty");
  char magic[SELFMAG] = {};
  read(0, magic, std::min<std::uint64_t>(size_, SELFMAG), "the magic number");
  if (std::memcmp(magic, ELFMAG, SELFMAG) != 0) refuse("not a library: it does not begin as ELF files do");
  const auto header = value_at<Elf64_Ehdr>(0, "the ELF header");
  if (header.e_ident[EI_CLASS] != ELFCLASS64) refuse("a 32-bit library, this host is 64-bit");
  if (header.e_ident[EI_DATA] != ELFDATA2LSB) refuse("a big-endian library, this host is little-endian");
  if (header.e_machine != host_machine) {
    refuse("built for the machine " + machine_name(header.e_machine) + ", this host is " +
           machine_name(host_machine));
  }
  if (header.e_type != ET_DYN) refuse(type_name(header.e_type) + ", not a shared library");
}

void ElfFile::read_segments() {
  const auto header = value_at<Elf64_Ehdr>(0, "the ELF header");
  if (header.e_phentsize != sizeof(Elf64_Phdr) || header.e_phnum == PN_XNUM) {
    refuse("damaged: its program headers have no known form");
  }
  check_inside(header.e_phoff, std::uint64_t{header.e_phnum} * sizeof(Elf64_Phdr),
               "the table of program headers");
  std::vector<Elf64_Phdr> rows(header.e_phnum);
  read(header.e_phoff, rows.data(), rows.size() * sizeof(Elf64_Phdr), "the table of program headers");
  const Elf64_Phdr* dynamic = nullptr;
  for (const Elf64_Phdr& row : rows) {
    if (row.p_type == PT_DYNAMIC) dynamic = &row;
    if (row.p_type == PT_NULL) continue;
    check_inside(row.p_offset, row.p_filesz, "a segment");
    if (row.p_type != PT_LOAD) continue;
    // What the loader would map beyond the file, or over another segment.
    const bool grows = segments_.empty() || row.p_vaddr >= segments_.back().address;
    if (row.p_filesz > row.p_memsz || row.p_vaddr + row.p_memsz < row.p_vaddr || !grows) {
      refuse("damaged: a segment contradicts itself");
    }
    segments_.push_back({row.p_offset, row.p_vaddr, row.p_filesz});
  }
  check_sections();
  if (dynamic == nullptr || segments_.empty()) refuse("not a shared library: it has no dynamic section");
  // The loader reads the dynamic section where it is mapped, not at its offset.
  read_dynamic(offset_of(dynamic->p_vaddr, dynamic->p_filesz, "the dynamic section"), dynamic->p_filesz);
}

void ElfFile::check_sections() const {
  // Not needed for loading, but it is the last thing in a file: where it is missing, the file was cut.
  const auto header = value_at<Elf64_Ehdr>(0, "the ELF header");
  if (header.e_shoff == 0) return;
  check_inside(header.e_shoff, std::uint64_t{header.e_shnum} * header.e_shentsize, "the table of sections");
}

void ElfFile::read_dynamic(std::uint64_t offset, std::uint64_t size) {
  std::uint64_t symbol_size = sizeof(Elf64_Sym);
  bool is_program = false;
  bool ended = false;
  for (std::uint64_t at = 0; !ended && at + sizeof(Elf64_Dyn) <= size; at += sizeof(Elf64_Dyn)) {
    const auto entry = value_at<Elf64_Dyn>(offset + at, "the dynamic section");
    const std::uint64_t value = entry.d_un.d_val;
    switch (entry.d_tag) {
      case DT_NULL:
        ended = true;
        break;
      case DT_SYMTAB:
        symbols_ = value;
        break;
      case DT_STRTAB:
        names_ = value;
        break;
      case DT_STRSZ:
        names_size_ = value;
        break;
      case DT_SYMENT:
        symbol_size = value;
        break;
      case DT_GNU_HASH:
        gnu_hash_ = value;
        break;
      case DT_HASH:
        old_hash_ = value;
        break;
      case DT_FLAGS_1:
        is_program = (value & DF_1_PIE) != 0;
        break;
      default:
        break;
    }
  }
  if (is_program) refuse("a program, not a shared library");
  if (!ended) refuse("damaged: its dynamic section has no end");
  if (symbols_ == 0 || names_ == 0 || symbol_size != sizeof(Elf64_Sym)) {
    refuse("damaged: it has no table of dynamic symbols");
  }
  offset_of(names_, names_size_, "the table of names");
}

std::uint64_t ElfFile::offset_of(std::uint64_t address, std::uint64_t size, const char* what) const {
  for (const Segment& segment : segments_) {
    if (address < segment.address) continue;
    const std::uint64_t into = address - segment.address;
    if (into <= segment.size_in_file && size <= segment.size_in_file - into) return segment.offset + into;
  }
  refuse("damaged: " + std::string(what) + " lies in no segment");
}

bool ElfFile::exports(std::string_view name) const {
  return find(name).has_value();
}

std::optional<std::string> ElfFile::object_bytes(std::string_view name, std::size_t max_size) const {
  const std::optional<Symbol> symbol = find(name);
  if (!symbol) return std::nullopt;
  std::string bytes(std::min<std::uint64_t>(symbol->size, max_size), '\0');
  read(offset_of(symbol->address, bytes.size(), "an exported object"), bytes.data(), bytes.size(),
       "an exported object");
  return bytes;
}

std::optional<ElfFile::Symbol> ElfFile::find(std::string_view name) const {
  if (gnu_hash_ != 0) return find_by_gnu_hash(name);
  if (old_hash_ != 0) return find_by_old_hash(name);
  return std::nullopt;
}

// The GNU hash table: four words (buckets, first symbol, bloom words, bloom shift), the bloom filter of
// 64-bit words, the buckets, then per symbol its hash with the lowest bit marking the end of a chain.
std::optional<ElfFile::Symbol> ElfFile::find_by_gnu_hash(std::string_view name) const {
  const char* const what = "the hash table";
  const std::uint64_t table = offset_of(gnu_hash_, 16, what);
  const auto buckets = value_at<std::uint32_t>(table, what);
  const auto first = value_at<std::uint32_t>(table + 4, what);
  const auto bloom_words = value_at<std::uint32_t>(table + 8, what);
  if (buckets == 0) return std::nullopt;
  const std::uint64_t bucket_table = table + 16 + std::uint64_t{bloom_words} * 8;
  const std::uint64_t chain_table = bucket_table + std::uint64_t{buckets} * 4;
  const std::uint32_t hash = gnu_hash_of(name);
  const auto start = value_at<std::uint32_t>(bucket_table + std::uint64_t{hash % buckets} * 4, what);
  if (start < first) return std::nullopt;
  for (std::uint32_t step = 0; step < longest_chain; ++step) {
    const std::uint64_t index = std::uint64_t{start} + step;
    const auto entry = value_at<std::uint32_t>(chain_table + (index - first) * 4, what);
    if ((entry | 1U) == (hash | 1U)) {
      if (auto symbol = symbol_if_named(static_cast<std::uint32_t>(index), name)) return symbol;
    }
    if ((entry & 1U) != 0) return std::nullopt;
  }
  refuse("damaged: its hash table has no end");
}

// The old table begins with the number of buckets and the number of symbols: looking at all of them is
// simpler than following it, and libraries that have only this one are rare.
std::optional<ElfFile::Symbol> ElfFile::find_by_old_hash(std::string_view name) const {
  const auto count = value_at<std::uint32_t>(offset_of(old_hash_, 8, "the hash table") + 4, "the hash table");
  for (std::uint32_t index = 1; index < std::min(count, longest_chain); ++index) {
    if (auto symbol = symbol_if_named(index, name)) return symbol;
  }
  return std::nullopt;
}

std::optional<ElfFile::Symbol> ElfFile::symbol_if_named(std::uint32_t index, std::string_view name) const {
  const std::uint64_t address = symbols_ + std::uint64_t{index} * sizeof(Elf64_Sym);
  const auto symbol =
      value_at<Elf64_Sym>(offset_of(address, sizeof(Elf64_Sym), "a symbol"), "the table of symbols");
  if (symbol.st_shndx == SHN_UNDEF || symbol.st_name >= names_size_) return std::nullopt;
  if (name.size() + 1 > names_size_ - symbol.st_name) return std::nullopt;
  std::string found(name.size() + 1, '\0');
  read(offset_of(names_ + symbol.st_name, found.size(), "a name"), found.data(), found.size(), "a name");
  if (found.back() != '\0' || std::string_view(found).substr(0, name.size()) != name) return std::nullopt;
  return Symbol{symbol.st_value, symbol.st_size};
}

}  // namespace pith
