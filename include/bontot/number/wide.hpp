// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_WIDE_HPP
#define BONTOT_NUMBER_WIDE_HPP

#include <bontot/number.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/number/convert.hpp>
#include <bontot/number/uint128.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

/** How the digits or bits that were cut off compare with half of the last place kept. */
enum class dropped_part : std::uint8_t
{
    none,
    below_half,
    half,
    above_half
};

/** An unsigned integer of up to 512 bits in a fixed array.

    The general paths of number need at most 76-digit factors and so 152-digit
    products. Only the limbs in use cost time. A result beyond 512 bits is a
    broken precondition of every operation.
*/
class wide
{
public:
    static constexpr std::size_t capacity = 16;

    wide() = default;

    explicit wide(const uint128& value) noexcept
    {
        limbs_[0] = static_cast<std::uint32_t>(value.low);
        limbs_[1] = static_cast<std::uint32_t>(value.low >> 32);
        limbs_[2] = static_cast<std::uint32_t>(value.high);
        limbs_[3] = static_cast<std::uint32_t>(value.high >> 32);
        trim(4);
    }

    bool is_zero() const noexcept { return size_ == 0; }
    bool is_odd() const noexcept { return (limbs_[0] & 1U) != 0; }

    /// Returns the lowest 128 bits.
    uint128 low() const noexcept
    {
        return {
            limbs_[0] | std::uint64_t{limbs_[1]} << 32, limbs_[2] | std::uint64_t{limbs_[3]} << 32};
    }

    int bit_width() const noexcept
    {
        if (size_ == 0) return 0;
        const auto top = static_cast<int>(std::bit_width(limbs_[size_ - 1]));
        return static_cast<int>(size_ - 1) * 32 + top;
    }

    /// Returns how many decimal digits the value has; none for 0.
    int count_digits() const noexcept
    {
        const int bits = bit_width();
        // floor(bits * log10(2)), exact for so few bits.
        const int fewest = static_cast<int>(bits * std::int64_t{30103} / 100000);
        wide bound(uint128{1, 0});
        bound.multiply_power_of_ten(fewest);
        return fewest + (compare(*this, bound) < 0 ? 0 : 1);
    }

    void add(std::uint32_t value) noexcept
    {
        std::uint64_t carry = value;
        for (std::size_t i = 0; carry != 0; ++i) {
            assert(i < capacity);
            carry += limbs_[i];
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
            size_ = std::max(size_, i + 1);
        }
    }

    void add(const wide& other) noexcept
    {
        const std::size_t longest = std::max(size_, other.size_);
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < longest; ++i) {
            carry += std::uint64_t{limbs_[i]} + other.limbs_[i];
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        size_ = longest;
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }

    /// Subtracts what is not greater.
    void subtract(const wide& other) noexcept
    {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const std::uint64_t taken = std::uint64_t{limbs_[i]} - other.limbs_[i] - borrow;
            limbs_[i] = static_cast<std::uint32_t>(taken);
            borrow = taken >> 63;
        }
        assert(borrow == 0);
        trim(size_);
    }

    void multiply(std::uint32_t factor) noexcept
    {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) push(static_cast<std::uint32_t>(carry));
    }

    void multiply_power_of_ten(std::int64_t exponent) noexcept
    {
        for (; exponent >= 9; exponent -= 9) {
            multiply(1000000000U);
        }
        if (exponent > 0) multiply(static_cast<std::uint32_t>(power_of_ten_64(exponent)));
    }

    /// Divides by a non-zero divisor and returns the remainder.
    std::uint32_t divide(std::uint32_t divisor) noexcept
    {
        std::uint64_t remainder = 0;
        for (std::size_t i = size_; i-- > 0;) {
            remainder = remainder << 32 | limbs_[i];
            limbs_[i] = static_cast<std::uint32_t>(remainder / divisor);
            remainder %= divisor;
        }
        trim(size_);
        return static_cast<std::uint32_t>(remainder);
    }

    /** Cuts off the last digits, at least one.

        @param tail_below whether the true value has something more below the last digit
    */
    dropped_part drop_digits(std::int64_t count, bool tail_below) noexcept
    {
        assert(count > 0);
        bool tail = tail_below;
        std::int64_t left = count - 1;
        for (; left >= 9; left -= 9) {
            tail |= divide(1000000000U) != 0;
        }
        if (left > 0) tail |= divide(static_cast<std::uint32_t>(power_of_ten_64(left))) != 0;
        const std::uint32_t digit = divide(10U);
        if (digit > 5 || (digit == 5 && tail)) return dropped_part::above_half;
        if (digit == 5) return dropped_part::half;
        return digit != 0 || tail ? dropped_part::below_half : dropped_part::none;
    }

    /// Divides by ten as long as that is exact, at most limit times; returns how often.
    std::int64_t strip_zeros(std::int64_t limit) noexcept
    {
        std::int64_t stripped = 0;
        for (const std::int64_t digits : {std::int64_t{9}, std::int64_t{1}}) {
            const auto divisor = static_cast<std::uint32_t>(power_of_ten_64(digits));
            while (size_ != 0 && limit - stripped >= digits) {
                wide shorter = *this;
                if (shorter.divide(divisor) != 0) break;
                *this = shorter;
                stripped += digits;
            }
        }
        return stripped;
    }

    void shift_left(int count) noexcept
    {
        const auto limbs = static_cast<std::size_t>(count / 32);
        const int bits = count % 32;
        assert(bit_width() + count <= static_cast<int>(capacity) * 32);
        if (size_ == 0) return;
        const std::size_t longest = std::min(capacity, size_ + limbs + 1);
        for (std::size_t i = longest; i-- > 0;) {
            const std::uint64_t here = i >= limbs ? limbs_[i - limbs] : 0U;
            const std::uint64_t below = i >= limbs + 1 ? limbs_[i - limbs - 1] : 0U;
            limbs_[i] = static_cast<std::uint32_t>((here << 32 | below) << bits >> 32);
        }
        trim(longest);
    }

    /// Shifts right and returns whether a bit that was set fell out.
    bool shift_right(int count) noexcept
    {
        const auto limbs = static_cast<std::size_t>(count / 32);
        const int bits = count % 32;
        bool lost = false;
        for (std::size_t i = 0; i < std::min(limbs, size_); ++i) {
            lost |= limbs_[i] != 0;
        }
        if (limbs < size_) lost |= (limbs_[limbs] & ((1U << bits) - 1U)) != 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const std::uint64_t here = i + limbs < capacity ? limbs_[i + limbs] : 0U;
            const std::uint64_t above = i + limbs + 1 < capacity ? limbs_[i + limbs + 1] : 0U;
            limbs_[i] = static_cast<std::uint32_t>((above << 32 | here) >> bits);
        }
        trim(size_);
        return lost;
    }

    /// Returns a negative number, zero or a positive one.
    static int compare(const wide& left, const wide& right) noexcept
    {
        if (left.size_ != right.size_) return left.size_ < right.size_ ? -1 : 1;
        for (std::size_t i = left.size_; i-- > 0;) {
            if (left.limbs_[i] != right.limbs_[i]) return left.limbs_[i] < right.limbs_[i] ? -1 : 1;
        }
        return 0;
    }

    static wide product(const wide& left, const wide& right) noexcept
    {
        assert(left.size_ + right.size_ <= capacity);
        wide out;
        for (std::size_t i = 0; i < left.size_; ++i) {
            std::uint64_t carry = 0;
            for (std::size_t j = 0; j < right.size_; ++j) {
                carry += std::uint64_t{left.limbs_[i]} * right.limbs_[j] + out.limbs_[i + j];
                out.limbs_[i + j] = static_cast<std::uint32_t>(carry);
                carry >>= 32;
            }
            out.limbs_[i + right.size_] = static_cast<std::uint32_t>(carry);
        }
        out.trim(left.size_ + right.size_);
        return out;
    }

    /// Replaces value by its remainder and returns the quotient; the divisor is not 0.
    static wide divide(wide& value, const wide& divisor) noexcept
    {
        wide quotient;
        if (compare(value, divisor) < 0) return quotient;
        if (divisor.size_ == 1) {
            quotient = value;
            value = wide(uint128{quotient.divide(divisor.limbs_[0]), 0});
            return quotient;
        }
        // Knuth's algorithm D: with the divisor's top bit set, an estimated digit is at most 2 off.
        const int shift = std::countl_zero(divisor.limbs_[divisor.size_ - 1]);
        const std::size_t steps = value.size_ - divisor.size_;
        wide scaled = divisor;
        scaled.shift_left(shift);
        std::array<std::uint32_t, capacity + 1> rest = shifted(value, shift);
        for (std::size_t j = steps + 1; j-- > 0;) {
            quotient.limbs_[j] = divide_step(rest.data() + j, scaled);
        }
        quotient.trim(steps + 1);
        std::copy_n(rest.begin(), capacity, value.limbs_.begin());
        value.trim(value.size_);
        value.shift_right(shift);
        return quotient;
    }

private:
    using extended = std::array<std::uint32_t, capacity + 1>;

    static extended shifted(const wide& value, int shift) noexcept
    {
        extended out{};
        for (std::size_t i = 0; i <= value.size_; ++i) {
            const std::uint64_t here = i < capacity ? value.limbs_[i] : 0U;
            const std::uint64_t below = i > 0 ? value.limbs_[i - 1] : 0U;
            out[i] = static_cast<std::uint32_t>((here << 32 | below) << shift >> 32);
        }
        return out;
    }

    static std::uint32_t divide_step(std::uint32_t* rest, const wide& divisor) noexcept
    {
        const std::size_t size = divisor.size_;
        const std::uint64_t top = divisor.limbs_[size - 1];
        const std::uint64_t second = divisor.limbs_[size - 2];
        const std::uint64_t leading = std::uint64_t{rest[size]} << 32 | rest[size - 1];
        std::uint64_t digit = leading / top;
        std::uint64_t left = leading % top;
        while (digit >> 32 != 0 || digit * second > (left << 32 | rest[size - 2])) {
            --digit;
            left += top;
            if (left >> 32 != 0) break;
        }
        if (subtract_multiple(rest, divisor, digit)) {
            --digit;
            add_back(rest, divisor);
        }
        return static_cast<std::uint32_t>(digit);
    }

    static bool
    subtract_multiple(std::uint32_t* rest, const wide& divisor, std::uint64_t digit) noexcept
    {
        std::uint64_t carry = 0;
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i <= divisor.size_; ++i) {
            carry += i < divisor.size_ ? digit * divisor.limbs_[i] : 0U;
            const std::uint64_t taken = std::uint64_t{rest[i]} - (carry & 0xFFFFFFFFU) - borrow;
            rest[i] = static_cast<std::uint32_t>(taken);
            borrow = taken >> 63;
            carry >>= 32;
        }
        return borrow != 0;
    }

    static void add_back(std::uint32_t* rest, const wide& divisor) noexcept
    {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < divisor.size_; ++i) {
            carry += std::uint64_t{rest[i]} + divisor.limbs_[i];
            rest[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        rest[divisor.size_] += static_cast<std::uint32_t>(carry);
    }

    void push(std::uint32_t limb) noexcept
    {
        assert(size_ < capacity);
        limbs_[size_++] = limb;
    }

    void trim(std::size_t size) noexcept
    {
        while (size > 0 && limbs_[size - 1] == 0) {
            --size;
        }
        size_ = size;
    }

    // Limbs at and above size_ are always 0.
    std::array<std::uint32_t, capacity> limbs_{};
    std::size_t size_ = 0;
};

} // namespace bontot::detail

#endif
