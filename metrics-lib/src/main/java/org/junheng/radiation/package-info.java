/** Dimension 3: what the lead school passes on (牵头学校辐射带动): rotation of teachers, activities between schools. */
@NullMarked
package org.junheng.radiation;

import org.jspecify.annotations.NullMarked;
