/** What a run is compared with, and its parts with theirs; no part of an evaluation. */
@NullMarked
package org.junheng.jobs.bench;

import org.jspecify.annotations.NullMarked;
