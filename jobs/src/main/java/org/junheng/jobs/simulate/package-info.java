/** A fictitious province with known truth, drawn from a seed and written as a delivery in the contract's tables. */
@NullMarked
package org.junheng.jobs.simulate;

import org.jspecify.annotations.NullMarked;
