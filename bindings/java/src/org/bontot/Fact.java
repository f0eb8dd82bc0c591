// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/**
 * One fact of the unit that a rubric asks for.
 *
 * @param slot its place in the rubric, from 0
 * @param label in Vietnamese
 * @param labelEn in English
 */
public record Fact(String id, int slot, FactType type, String label, String labelEn) {
}
