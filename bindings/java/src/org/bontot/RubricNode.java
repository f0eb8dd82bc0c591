// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.Optional;

/**
 * A criterion or indicator of a rubric.
 *
 * @param parent the id of the one that it is under; empty for a criterion
 */
public record RubricNode(String id, Optional<String> parent) {
}
