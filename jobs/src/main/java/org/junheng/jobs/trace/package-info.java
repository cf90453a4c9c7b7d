/** From a published number back to the rows that it rests on, and forth again by the code of a run. */
@NullMarked
package org.junheng.jobs.trace;

import org.jspecify.annotations.NullMarked;
