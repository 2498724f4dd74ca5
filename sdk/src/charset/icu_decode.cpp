#include "charset/icu_decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

#include "charset/single_byte.hpp"
#include "charset/step_writer.hpp"
#include "charset/utf8.hpp"

namespace pith {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct Errors {
  bool euro_at_80;  ///< the standard gives GBK a single byte more than ICU does
  std::size_t count;
};

void U_CALLCONV replace_and_count(const void* context, UConverterToUnicodeArgs* args, const char* bytes,
                                  std::int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  Errors& errors = *static_cast<Errors*>(const_cast<void*>(context));
  const bool euro = errors.euro_at_80 && length == 1 && *bytes == '\x80';
  const char16_t character = euro ? 0x20AC : 0xFFFD;
  if (!euro) ++errors.count;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &character, 1, 0, status);
}

Converter open_converter(const Encoding& encoding, Errors& errors) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.converter, &status));
  if (U_SUCCESS(status)) {
    ucnv_setToUCallBack(converter.get(), &replace_and_count, &errors, nullptr, nullptr, &status);
  }
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// Joins surrogates as they come, chunk after chunk.
class Utf16Reader {
 public:
  explicit Utf16Reader(StepWriter& out) : out_(out) {}

  void put(char16_t unit, std::size_t source) {
    if (U16_IS_LEAD(unit)) {
      flush();
      lead_ = unit;
      lead_source_ = source;
    } else if (U16_IS_TRAIL(unit) && lead_ != 0) {
      out_.put(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)), lead_source_);
      lead_ = 0;
    } else {
      flush();
      out_.put(U16_IS_SURROGATE(unit) ? U'\uFFFD' : char32_t{unit}, source);
    }
  }

  void flush() {
    if (lead_ != 0) out_.put(U'\uFFFD', lead_source_);
    lead_ = 0;
  }

 private:
  StepWriter& out_;
  char16_t lead_ = 0;
  std::size_t lead_source_ = 0;
};

void convert_with(UConverter* converter, std::string_view bytes, StepWriter& out) {
  constexpr std::size_t chunk_size = 4096;
  std::array<char16_t, chunk_size> units{};
  std::array<std::int32_t, chunk_size> origins{};
  Utf16Reader reader(out);
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  std::size_t last_origin = 0;
  for (;;) {
    // Offsets count from where this call begins; -1 is for what an earlier call had taken in already.
    const auto call_begin = static_cast<std::size_t>(source - bytes.data());
    const char* const call_end =
        static_cast<std::size_t>(end - source) > chunk_size ? source + chunk_size : end;
    char16_t* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, call_end, origins.data(),
                   static_cast<UBool>(call_end == end), &status);
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      if (origins[i] >= 0) last_origin = call_begin + static_cast<std::size_t>(origins[i]);
      reader.put(units[i], last_origin);
    }
    if (status != U_BUFFER_OVERFLOW_ERROR && (U_FAILURE(status) || call_end == end)) break;
  }
  reader.flush();
}

ConvertedText convert_by_table(std::string_view bytes, const HighHalf& table, std::uint32_t source_begin) {
  ConvertedText text;
  text.utf8.reserve(bytes.size() + bytes.size() / 8);
  StepWriter out(text.utf8, text.offsets, source_begin);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const char32_t c = byte < 0x80 ? char32_t{byte} : char32_t{table[byte - 0x80U]};
    text.replaced += c == 0xFFFD ? 1 : 0;
    out.put(c, at);
  }
  return text;
}

/// x-user-defined: high bytes become private use characters.
HighHalf user_defined_half() {
  HighHalf half{};
  for (std::size_t i = 0; i < half.size(); ++i) half[i] = static_cast<char16_t>(0xF780 + i);
  return half;
}

ConvertedText replace_all(std::string_view bytes) {
  ConvertedText text;
  if (bytes.empty()) return text;
  text.utf8 = "\xEF\xBF\xBD";
  text.replaced = 1;
  return text;
}

}  // namespace

ConvertedText convert_to_utf8(std::string_view bytes, const Encoding& encoding, std::uint32_t source_begin) {
  switch (encoding.decoder) {
    case Encoding::Decoder::replacement:
      return replace_all(bytes);
    case Encoding::Decoder::single_byte:
      return convert_by_table(bytes, high_half(encoding), source_begin);
    case Encoding::Decoder::user_defined:
      return convert_by_table(bytes, user_defined_half(), source_begin);
    case Encoding::Decoder::utf8:
    case Encoding::Decoder::icu:
      break;
  }
  ConvertedText text;
  Errors errors{encoding.name.substr(0, 2) == "gb" || encoding.name == "GBK", 0};
  const Converter converter =
      encoding.decoder == Encoding::Decoder::icu ? open_converter(encoding, errors) : nullptr;
  if (converter == nullptr) {
    text.utf8 = std::string(bytes);
    text.replaced = repair_utf8(text.utf8, source_begin, text.offsets);
    return text;
  }
  text.utf8.reserve(bytes.size() + bytes.size() / 8);
  StepWriter out(text.utf8, text.offsets, source_begin);
  convert_with(converter.get(), bytes, out);
  text.replaced = errors.count;
  return text;
}

}  // namespace pith
