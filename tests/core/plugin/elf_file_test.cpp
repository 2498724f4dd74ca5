#include "core/plugin/elf_file.hpp"

#include <elf.h>
#include <sys/stat.h>

#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "pith/error.hpp"
#include "pith/plugin.hpp"
#include "test_folder.hpp"

namespace pith {
namespace {

constexpr bool instrumented = std::string_view(PITH_TOOLCHAIN).find("+asan") != std::string_view::npos;

std::string refusal_of(const std::filesystem::path& path) {
  try {
    const ElfFile file(path);
    (void)file.exports("pith_plugin_create");
    (void)file.object_bytes("pith_plugin_header", sizeof(pith_plugin_header_v1));
  } catch (const Error& error) {
    return error.problem();
  }
  return "taken";
}

std::string refusal_of_bytes(const std::string& bytes) {
  const TestFolder folder;
  return refusal_of(folder.write("test.so", bytes));
}

std::string good_with(const std::function<void(Elf64_Ehdr&)>& change) {
  std::string bytes = bytes_of(test_library("good"));
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  change(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

bool begins_with(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

TEST(ElfFile, FindsWhatALibraryExports) {
  const ElfFile file(test_library("good"));
  EXPECT_TRUE(file.exports("pith_plugin_create"));
  EXPECT_TRUE(file.exports("pith_plugin_header"));
  EXPECT_FALSE(file.exports("pith_plugin_creat"));
  EXPECT_FALSE(file.exports("pith_plugin_create_"));
  EXPECT_FALSE(file.exports(""));
}

TEST(ElfFile, DoesNotTakeAnImportForAnExport) {
  const ElfFile file(test_library("lacks_a_symbol"));
  EXPECT_FALSE(file.exports("_Z34pith_test_function_that_is_nowherev"));
}

TEST(ElfFile, GivesTheBytesOfAnObject) {
  const ElfFile file(test_library("good"));
  const std::optional<std::string> bytes = file.object_bytes("pith_plugin_header", 8);
  ASSERT_TRUE(bytes.has_value());
  EXPECT_EQ(*bytes, std::string(PITH_PLUGIN_MAGIC, 8));
  const std::size_t whole = file.object_bytes("pith_plugin_header", 1 << 20)->size();
  EXPECT_GE(whole, sizeof(pith_plugin_header_v1));
  // Clang's address sanitizer makes objects longer by a zone that nobody may touch.
  if (!instrumented) {
    EXPECT_EQ(whole, sizeof(pith_plugin_header_v1));
  }
  EXPECT_FALSE(file.object_bytes("nothing_of_that_name", 8).has_value());
}

TEST(ElfFile, SaysOfWhatIsNoLibraryWhatItIs) {
  EXPECT_EQ(refusal_of_bytes(""), "the file is empty");
  EXPECT_EQ(refusal_of_bytes("\x7f"), "not a library: it does not begin as ELF files do");
  EXPECT_EQ(refusal_of_bytes("just some text that was named .so"),
            "not a library: it does not begin as ELF files do");
  EXPECT_TRUE(begins_with(
      refusal_of_bytes("\x7f"
                       "ELF"),
      "cut short or damaged: the ELF header (64 bytes at 0) does not fit in the file of 4 bytes"));
}

TEST(ElfFile, CannotBeOpenedSaysWhy) {
  EXPECT_EQ(refusal_of("/nonexistent/test.so"), "cannot be opened: No such file or directory");
}

TEST(ElfFile, IsARegularFile) {
  const TestFolder folder;
  EXPECT_EQ(refusal_of(folder.path()), "not a regular file");
  const std::filesystem::path pipe = folder.path() / "pipe.so";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(refusal_of(pipe), "not a regular file");
}

TEST(ElfFile, IsForThisMachine) {
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_ident[EI_CLASS] = ELFCLASS32; })),
            "a 32-bit library, this host is 64-bit");
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_ident[EI_DATA] = ELFDATA2MSB; })),
            "a big-endian library, this host is little-endian");
  const std::string refusal = refusal_of_bytes(good_with([](auto& header) { header.e_machine = EM_RISCV; }));
  EXPECT_TRUE(begins_with(refusal, "built for the machine risc-v, this host is ")) << refusal;
}

TEST(ElfFile, IsASharedLibrary) {
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_type = ET_EXEC; })),
            "a program, not a shared library");
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_type = ET_REL; })),
            "an object file, not a shared library");
}

TEST(ElfFile, APositionIndependentProgramIsNone) {
  EXPECT_EQ(refusal_of("/proc/self/exe"), "a program, not a shared library");
}

TEST(ElfFile, CutShortAnywhereIsRefused) {
  const std::string whole = bytes_of(test_library("good"));
  const TestFolder folder;
  const auto expect_refused = [&](std::size_t length) {
    const std::string refusal = refusal_of(folder.write("cut.so", whole.substr(0, length)));
    EXPECT_NE(refusal, "taken") << "cut to " << length << " of " << whole.size();
  };
  for (std::size_t length = 0; length < whole.size(); length += 4096) expect_refused(length);
  for (std::size_t length : {1, 3, 5, 15, 63, 65, 1023, 4097, 5555}) expect_refused(length);
  for (std::size_t missing : {1, 2, 63, 64, 65, 1000}) expect_refused(whole.size() - missing);
  EXPECT_EQ(refusal_of(folder.write("whole.so", whole)), "taken");
}

TEST(ElfFile, TablesBeyondTheEndAreRefused) {
  EXPECT_TRUE(begins_with(refusal_of_bytes(good_with([](auto& header) { header.e_phoff = ~0ULL; })),
                          "cut short or damaged: the table of program headers"));
  EXPECT_TRUE(begins_with(refusal_of_bytes(good_with([](auto& header) { header.e_shoff = ~0ULL - 8; })),
                          "cut short or damaged: the table of sections"));
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_phnum = 0; })),
            "not a shared library: it has no dynamic section");
  EXPECT_EQ(refusal_of_bytes(good_with([](auto& header) { header.e_phentsize = 1; })),
            "damaged: its program headers have no known form");
}

TEST(ElfFile, FindsExportsAlsoWhenSectionsAreStripped) {
  const TestFolder folder;
  const std::string bytes = good_with([](auto& header) {
    header.e_shoff = 0;
    header.e_shnum = 0;
    header.e_shstrndx = 0;
  });
  EXPECT_TRUE(ElfFile(folder.write("stripped.so", bytes)).exports("pith_plugin_header"));
}

// The whole beginning of the file, where the headers, the hash table, symbols and names are, damaged byte by
// byte: whatever comes out is an answer or a refusal, never a crash or a hang.
TEST(ElfFile, DamageNeverCrashes) {
  const std::string whole = bytes_of(test_library("other"));
  const TestFolder folder;
  const std::filesystem::path path = folder.write("damaged.so", whole);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto put = [&](std::size_t at, char byte) {
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte).flush();
  };
  std::size_t refused = 0;
  for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 4096); at += 13) {
    for (const char damage : {'\0', '\x7f', '\xff'}) {
      put(at, damage);
      if (refusal_of(path) != "taken") ++refused;
    }
    put(at, whole[at]);
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace pith
