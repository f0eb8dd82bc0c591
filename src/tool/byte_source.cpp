// SPDX-License-Identifier: BSL-1.0
#include "byte_source.hpp"
#include "errors.hpp"
#include "input.hpp"
#include "system.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <zlib.h>

namespace bontot::tool {

namespace {

constexpr std::size_t packed_step = std::size_t{1} << 16U;

} // namespace

/** Unpacks what gzip packed; several packed files in a row are one. */
class gzip_unpacker
{
public:
    gzip_unpacker()
    {
        constexpr int with_gzip_header = 16 + MAX_WBITS;
        if (inflateInit2(&stream_, with_gzip_header) != Z_OK) throw std::bad_alloc();
    }
    gzip_unpacker(const gzip_unpacker&) = delete;
    gzip_unpacker& operator=(const gzip_unpacker&) = delete;
    ~gzip_unpacker() { inflateEnd(&stream_); }

    /** What came of unpacking some bytes. */
    struct step
    {
        std::size_t taken = 0;
        std::size_t given = 0;
        bool is_damaged = false;
    };

    step unpack(const char* from, std::size_t size, char* into, std::size_t room)
    {
        // zlib reads through a pointer that is not const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from));
        stream_.avail_in = static_cast<uInt>(size);
        stream_.next_out = reinterpret_cast<Bytef*>(into);
        stream_.avail_out = static_cast<uInt>(std::min(room, std::size_t{1} << 30U));
        const std::size_t wanted = stream_.avail_out;
        const int status = inflate(&stream_, Z_NO_FLUSH);
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        is_between_ = status == Z_STREAM_END;
        if (is_between_) inflateReset(&stream_);
        const bool is_fine = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
        return {size - stream_.avail_in, wanted - stream_.avail_out, !is_fine};
    }

    /** Returns whether the bytes may end here. */
    [[nodiscard]] bool is_between() const { return is_between_; }

private:
    z_stream stream_{};
    bool is_between_ = true;
};

byte_source::byte_source(const std::string& path, bontot_language in)
    : name_(path == "-" ? "<stdin>" : path)
{
    if (path == "-") {
        file_ = 0;
        return;
    }
    std::error_code ignored;
    const std::filesystem::path place = path_of(path);
    if (std::filesystem::is_directory(place, ignored)) refuse_file(name_, EISDIR, in);
    errno = 0;
    file_ = open_unbuffered(path);
    if (file_ < 0) refuse_file(name_, errno, in);
    if (std::filesystem::is_regular_file(place, ignored)) {
        const std::uintmax_t size = std::filesystem::file_size(place, ignored);
        if (!ignored) size_ = size;
    }
}

byte_source::~byte_source()
{
    if (file_ > 0) close_unbuffered(file_);
}

std::size_t byte_source::read_file(char* into, std::size_t room)
{
    errno = 0;
    const std::ptrdiff_t count = read_unbuffered(file_, into, room);
    if (count < 0) {
        problem_ = read_problem{phrase::file_unreadable, errno != 0 ? errno : EIO};
        return 0;
    }
    consumed_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

void byte_source::look_at_begin()
{
    constexpr std::size_t mark = 2;
    has_begun_ = true;
    ahead_.resize(packed_step);
    std::size_t count = 0;
    while (count < mark) {
        const std::size_t more = read_file(ahead_.data() + count, ahead_.size() - count);
        if (more == 0) break;
        count += more;
    }
    ahead_.resize(count);
    if (count >= mark && ahead_[0] == '\x1F' && ahead_[1] == '\x8B')
        unpacker_ = std::make_unique<gzip_unpacker>();
}

std::size_t byte_source::read_packed(char* into, std::size_t room)
{
    for (;;) {
        if (ahead_at_ == ahead_.size()) {
            ahead_.resize(packed_step);
            ahead_.resize(read_file(ahead_.data(), ahead_.size()));
            ahead_at_ = 0;
        }
        if (ahead_.empty()) {
            if (!problem_ && !unpacker_->is_between()) problem_ = read_problem{phrase::gzip_cut};
            return 0;
        }
        const gzip_unpacker::step done =
            unpacker_->unpack(ahead_.data() + ahead_at_, ahead_.size() - ahead_at_, into, room);
        ahead_at_ += done.taken;
        if (done.is_damaged) problem_ = read_problem{phrase::gzip_damaged};
        if (done.given > 0 || done.is_damaged) return done.given;
    }
}

std::size_t byte_source::read(char* into, std::size_t room)
{
    if (!has_begun_) look_at_begin();
    if (problem_) return 0;
    if (unpacker_) return read_packed(into, room);
    if (ahead_at_ == ahead_.size()) return read_file(into, room);
    const std::size_t count = std::min(room, ahead_.size() - ahead_at_);
    std::memcpy(into, ahead_.data() + ahead_at_, count);
    ahead_at_ += count;
    return count;
}

} // namespace bontot::tool
