/** Statistics without a subject: exact sums, moments, quantiles, inequality, regression, mixed models, resampling, random numbers by address. */
@NullMarked
package org.junheng.stats;

import org.jspecify.annotations.NullMarked;
