// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An object of the library's JSON, member by member. */
record Said(Map<String, Object> members) {
    @SuppressWarnings("unchecked")
    static Said of(Object object) {
        return new Said((Map<String, Object>) object);
    }

    static Said read(String json) {
        return of(JsonReader.read(json));
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** Returns a member that may be left out or null. */
    <T> Optional<T> maybe(String key, Function<Object, T> make) {
        return Optional.ofNullable(members.get(key)).map(make);
    }

    Said object(String key) {
        return of(members.get(key));
    }

    Optional<Said> maybeObject(String key) {
        return maybe(key, Said::of);
    }

    String text(String key) {
        return (String) members.get(key);
    }

    String textOr(String key, String fallback) {
        return maybeText(key).orElse(fallback);
    }

    Optional<String> maybeText(String key) {
        return maybe(key, String.class::cast);
    }

    BigDecimal number(String key) {
        return (BigDecimal) members.get(key);
    }

    Optional<BigDecimal> maybeNumber(String key) {
        return maybe(key, BigDecimal.class::cast);
    }

    int whole(String key) {
        return number(key).intValueExact();
    }

    OptionalInt maybeWhole(String key) {
        BigDecimal found = number(key);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found.intValueExact());
    }

    boolean truth(String key) {
        return Boolean.TRUE.equals(members.get(key));
    }

    /** Returns true, false or null as what is known of a condition. */
    Truth open(String key) {
        Object found = members.get(key);
        return found == null ? Truth.OPEN : (Boolean) found ? Truth.YES : Truth.NO;
    }

    /** Returns the same of a member that may be left out. */
    Optional<Truth> maybeOpen(String key) {
        return has(key) ? Optional.of(open(key)) : Optional.empty();
    }

    Optional<LocalDate> maybeDate(String key) {
        return maybe(key, date -> LocalDate.parse((String) date));
    }

    Optional<Days> maybeDays(String key) {
        return maybeObject(key)
                .map(each -> new Days(LocalDate.parse(each.text("from")), LocalDate.parse(each.text("to"))));
    }

    <E extends Enum<E>> E constant(Class<E> type, String key) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }

    <E extends Enum<E>> Optional<E> maybeConstant(Class<E> type, String key) {
        return has(key) ? Optional.of(constant(type, key)) : Optional.empty();
    }

    /** Returns a list of texts; empty where it is left out. */
    List<String> texts(String key) {
        return each(key, String.class::cast);
    }

    /** Returns a list of what objects say; empty where it is left out. */
    <T> List<T> objects(String key, Function<Said, T> make) {
        return each(key, each -> make.apply(of(each)));
    }

    private <T> List<T> each(String key, Function<Object, T> make) {
        List<T> found = new ArrayList<>();
        for (Object item : (List<?>) members.getOrDefault(key, List.of())) {
            found.add(make.apply(item));
        }
        return Collections.unmodifiableList(found);
    }

    /** Returns what is made of the members of an object; empty where it is left out. */
    <T> List<T> named(String key, BiFunction<String, Object, T> make) {
        List<T> found = new ArrayList<>();
        maybeObject(key).ifPresent(
                all -> all.members.forEach((name, value) -> found.add(make.apply(name, value))));
        return Collections.unmodifiableList(found);
    }

    /** Returns the members of an object, each made into something; empty where it is left out. */
    <T> Map<String, T> map(String key, Function<Object, T> make) {
        Map<String, T> found = new LinkedHashMap<>();
        maybeObject(key).ifPresent(
                all -> all.members.forEach((name, value) -> found.put(name, make.apply(value))));
        return Collections.unmodifiableMap(found);
    }
}
