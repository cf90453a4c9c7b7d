/** What the start-up benchmark compares a run with; no part of an evaluation. */
@NullMarked
package org.junheng.jobs.bench;

import org.jspecify.annotations.NullMarked;
