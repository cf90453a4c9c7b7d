/** Statistics without a subject: exact sums, moments, intervals, mixed models. */
@NullMarked
package org.junheng.stats;

import org.jspecify.annotations.NullMarked;
