/** Who was tested and who was not (参考面筛查): signs that results may rest on a selection of pupils. A flag asks to look, and says nothing of causes. */
@NullMarked
package org.junheng.selection;

import org.jspecify.annotations.NullMarked;
