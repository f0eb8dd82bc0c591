// SPDX-License-Identifier: BSL-1.0

// Runs a fuzz target without libFuzzer.
//
//     target [--mutations N] [--seed N] [--trace] [--dump N] file-or-folder...
//
// Every file is one input; then come N mutations of them, which depend on the seed alone.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/** SplitMix64: small, and the same everywhere. */
class random_numbers
{
public:
    explicit random_numbers(std::uint64_t seed) : state_(seed) {}

    /** Returns a number below a bound, which is above 0. */
    std::size_t below(std::size_t bound)
    {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % bound);
    }

private:
    std::uint64_t state_;
};

/** Pieces of what the targets read, and of what they should refuse. */
constexpr std::string_view pieces[] = {
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "\\",
    ",",
    ":",
    ".",
    "..",
    "null",
    "true",
    "false",
    "-",
    "0",
    "1",
    "1e999999999",
    "-1e6144",
    "0.1",
    "16.000",
    "\"16.000\"",
    "NaN",
    "12345678901234567890123456789012345",
    "\\ud83d",
    "\\u0000",
    "\\u0111",
    "\xC3\x90",
    "\xE1\xBB\x91",
    "\xFF",
    "\xED\xA0\x80",
    "\xEF\xBB\xBF",
    "/*",
    "*/",
    "//",
    " and ",
    " or ",
    "not(",
    "if ",
    " then ",
    " else ",
    "for x in ",
    " return ",
    "some x in ",
    "every x in ",
    " satisfies ",
    " between ",
    " in ",
    "count(",
    "sum(",
    "members[",
    "evidence[",
    "? > ",
    ">= ",
    "[1..2]",
    "(1..2)",
    "date(\"2026-02-30\")",
    "duration(\"P1Y\")",
    "@\"P1D\"",
    "is known(",
    "**",
    " - ",
    "\"id\": \"x\"",
    "\"indicators\": [",
    "\"score\": {",
    "\"max\": 1",
    "\"facts\": {",
    "\"points\": ",
    "\"requires\": "};

std::string any_part(const std::string& of, random_numbers& random)
{
    if (of.empty()) return {};
    const std::size_t start = random.below(of.size());
    const std::size_t most = std::min<std::size_t>(of.size() - start, 64);
    return of.substr(start, 1 + random.below(most));
}

void change(std::string& text, const std::vector<std::string>& seeds, random_numbers& random)
{
    const std::size_t at = random.below(text.size() + 1);
    switch (random.below(7)) {
    case 0: // another byte
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
        break;
    case 1: // a piece more
        text.insert(at, pieces[random.below(std::size(pieces))]);
        break;
    case 2: // a part less
        text.erase(at, 1 + random.below(32));
        break;
    case 3: // a part twice
        text.insert(at, any_part(text, random));
        break;
    case 4: // a part of another seed
        text.insert(at, any_part(seeds[random.below(seeds.size())], random));
        break;
    case 5: // a part replaced by a piece
        text.replace(at, random.below(16), pieces[random.below(std::size(pieces))]);
        break;
    default: // cut off, rarely
        if (random.below(8) == 0) text.resize(at);
        break;
    }
}

std::string mutated(std::size_t number, std::uint64_t seed, const std::vector<std::string>& seeds)
{
    random_numbers random(seed * 1000003U + number);
    std::string text = seeds[random.below(seeds.size())];
    const std::size_t changes = 1 + random.below(5);
    for (std::size_t i = 0; i < changes; ++i)
        change(text, seeds, random);
    return text;
}

/** Runs one input in a buffer of exactly its size. */
void run(const std::string& text)
{
    const std::unique_ptr<std::uint8_t[]> exact(new std::uint8_t[text.size()]);
    std::copy(text.begin(), text.end(), exact.get());
    LLVMFuzzerTestOneInput(exact.get(), text.size());
}

void add_file(std::vector<std::string>& inputs, const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << path << " can not be read\n";
        std::exit(2);
    }
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

void add_inputs(std::vector<std::string>& inputs, const std::filesystem::path& path)
{
    if (!std::filesystem::is_directory(path)) {
        add_file(inputs, path);
        return;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(path)) {
        const bool is_hidden = each.path().filename().string().front() == '.';
        if (each.is_regular_file() && !is_hidden) files.push_back(each.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& each : files)
        add_file(inputs, each);
}

struct request
{
    std::uint64_t seed = 1;
    std::size_t mutations = 0;
    std::size_t dump = 0; /**< from 1; 0: none */
    bool trace = false;
    std::vector<std::string> inputs;
};

request read_arguments(const std::vector<std::string>& arguments)
{
    request out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        if (name == "--trace") {
            out.trace = true;
        } else if (name.rfind("--", 0) == 0 && i + 1 < arguments.size()) {
            const std::uint64_t value = std::stoull(arguments[++i]);
            if (name == "--mutations") out.mutations = static_cast<std::size_t>(value);
            if (name == "--dump") out.dump = static_cast<std::size_t>(value);
            if (name == "--seed") out.seed = value;
        } else {
            add_inputs(out.inputs, name);
        }
    }
    return out;
}

} // namespace

int main(int count, char** values)
{
    const request asked = read_arguments(std::vector<std::string>(values + 1, values + count));
    if (asked.inputs.empty() && asked.mutations > 0) {
        std::cerr << "there are no inputs to mutate\n";
        return 2;
    }
    if (asked.dump > 0) {
        std::cout << mutated(asked.dump, asked.seed, asked.inputs);
        return 0;
    }
    for (std::size_t i = 0; i < asked.inputs.size(); ++i) {
        if (asked.trace) std::cerr << "input " << i << std::endl;
        run(asked.inputs[i]);
    }
    for (std::size_t i = 1; i <= asked.mutations; ++i) {
        if (asked.trace) std::cerr << "mutation " << i << std::endl;
        run(mutated(i, asked.seed, asked.inputs));
    }
    std::cout << asked.inputs.size() << " inputs and " << asked.mutations << " mutations\n";
    return 0;
}
