/** Dimension 2: the gap between schools (校际教育差距变化), its parts and its change. */
@NullMarked
package org.junheng.gap;

import org.jspecify.annotations.NullMarked;
