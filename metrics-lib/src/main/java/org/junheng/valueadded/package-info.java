/** Value-added of schools (增值评价): how far a school's pupils are from where pupils of the same start usually arrive. */
@NullMarked
package org.junheng.valueadded;

import org.jspecify.annotations.NullMarked;
