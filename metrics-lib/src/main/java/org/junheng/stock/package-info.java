/** Dimension 1: change in the stock of quality resources (优质资源总量增减). */
@NullMarked
package org.junheng.stock;

import org.jspecify.annotations.NullMarked;
