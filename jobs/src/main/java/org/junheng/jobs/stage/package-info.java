/** Static functions from data sets to one data set; no path, no clock, no arithmetic. */
@NullMarked
package org.junheng.jobs.stage;

import org.jspecify.annotations.NullMarked;
