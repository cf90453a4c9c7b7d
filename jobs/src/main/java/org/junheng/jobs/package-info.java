/** The machine: reads a delivery, moves tables through the stages, publishes one run. */
@NullMarked
package org.junheng.jobs;

import org.jspecify.annotations.NullMarked;
