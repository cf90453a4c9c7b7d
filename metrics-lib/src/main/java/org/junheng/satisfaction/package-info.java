/** Dimension 5: satisfaction of pupils and parents (学生和家长教育满意度). */
@NullMarked
package org.junheng.satisfaction;

import org.jspecify.annotations.NullMarked;
