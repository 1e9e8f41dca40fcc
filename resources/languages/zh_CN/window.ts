<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>本步的数字：</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>卷积核(&amp;K)</translation>
    </message>
    <message>
        <source>A kernel is a grid of weights; its output is largest where the image matches it.</source>
        <translation>卷积核是一组排成网格的权重；图像与它越吻合，输出越大。</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>总是奇数，使卷积核有中心</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>随机(&amp;M)</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>随机权重，如同训练前的网络</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>核数(&amp;N)</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>卷积核的数量；每个卷积核生成自己的特征图</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>显示的卷积核</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>显示其权重和特征图的卷积核</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>纵向步幅(&amp;C)</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>每步向下的行数</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>横向(&amp;A)</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>每步向右的列数</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>横向步幅</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>填充(&amp;P)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>图像周围的零让卷积核能够到达边缘，因此输出与图像一样大（步幅为 1 时）。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>在单元格中输入数字；网络会自己学习权重</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>卷积核下的每个像素乘以对应的权重</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>图块 × 权重</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>更改卷积核大小</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>更改卷积核数量</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>更改填充</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>更改步幅</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>更改卷积核</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>随机化权重</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>编辑权重</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0，填充</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>卷积核 {number} 的图（红：正，蓝：负）；点击以显示</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>图像是由数字组成的网格：课程中的图像、您自己的图像，或当前的 100 × 13 个 MFCC。</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>图像的高度</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>列(&amp;L)</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>图像的宽度</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>深度(&amp;D)</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>通道数，例如红、绿、蓝；卷积核具有相同的深度</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>显示其像素和权重的通道</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>在单元格中输入数字；虚线单元格是填充</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>继续实时显示</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>让实时窗口重新跟随声音</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>还没有声音</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>使用实时窗口</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>使用自己的图像</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>更改图像</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>调整图像大小</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>更改深度</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>编辑像素</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>卷积(&amp;O)</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>让卷积核在图像上滑动，并把乘积相加</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>池化(&amp;G)</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>缩小图像：每个单元只保留一个数</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>后接 ReLU</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>ReLU 把负的和变为 0</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>回到课程的例子；可以撤销</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>切换到池化</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>切换到卷积</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>添加 ReLU</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>移除 ReLU</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>每个方向的步数：图像加上填充，减去卷积核，除以步幅并向下取整，再加上第一步的 1。</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>到目前为止的输出；本步的数字突出显示。小数超过四位的平均值四舍五入到两位。</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{number} 个 {size} 的图</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>类型(&amp;P)</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Max pooling keeps the largest value of each cell; average pooling averages them.</source>
        <translation>最大池化保留每个单元中的最大值；平均池化取平均值。</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>单元大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>每个这样大小的单元变成输出中的一个数</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>从一个单元到下方单元的行数</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>从一个单元到下一个单元的列数</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>当前单元中的像素；最大池化保留突出显示的那个</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>当前单元</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>使用{kind}池化</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>更改单元大小</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>没有需要学习的权重</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>实时窗口的数值先四舍五入到一位小数，再用于计算。</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>单步操作时它会冻结；“继续实时显示”可恢复。</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>本步</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>播放(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>上一步 (←)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>下一步 (→)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>拖动或使用方向键，转到任意一步</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>步骤(&amp;T)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>播放各步的快慢</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>逐行播放所有步骤（空格键）</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>第 {step} 步，共 {count} 步(&amp;T)</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>没有步骤(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>重做上一次撤销的更改</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>本步的求和</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>突出显示的输出数字是如何由各个乘积得出的</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>提高该流派得分的特征图在何处活跃：较粗略，且只显示支持该流派的依据</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>与平均音乐相比，每个像素使该流派的得分提高或降低多少</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>领先的流派</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>要解释的流派：领先的流派，或始终同一个</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>MFCC 图像上依据的不透明度</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>对象(&amp;R)</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>不透明度(&amp;Y)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>显示更多信息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>显示其特征图的层。卷积的特征图显示的是 ReLU 之前的值，负值为蓝色；ReLU 把负值变为 0，最大池化保留每个单元中的最大值。</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>最强的在前(&amp;N)</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>大约每秒按能量对特征图排序一次。关闭：每个特征图保持原位。</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>逐图拉伸对比度(&amp;M)</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>让每个特征图和卷积核使用各自的色标，这样弱的也能看出形状。关闭：所有图共用一个色标，便于比较。</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>全部特征图</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>回到该层的全部特征图 (Esc)</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>重置卷积核</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>有些卷积核已被编辑：恢复模型自己的卷积核</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>第 {number} 个图，共 {count} 个</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>ReLU 之后</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>，步幅 {size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{number} 个 {size} 的卷积核{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>{size} 的最大值{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>{size} 的平均值{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>每个图经过缩放和平移</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>负值设为 0</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ 已冻结</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>概率最高的流派在前。关闭：每个流派保持原位，便于查找。</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>平均时长(&amp;G)</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>静音阈值(&amp;B)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>自动：乐曲的流派，依据自音乐上次变化以来的全部声音，最多 30 秒。也可以在固定时长内取平均；0 表示单独显示每个窗口。</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>低于此电平达半秒的声音视为静音，不显示流派。如果背景噪声被判为某个流派，请调高它。</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>各流派的概率</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>流派的历史</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} 分钟</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{span}，到 {duration} 前为止</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>最近 {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>还没有听到任何内容</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>拖动以查看过去。滚动以缩放；双击回到现在。</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration} 前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>，已静音</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>，已更改</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>第 {number} 个卷积核，共 {count} 个</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} 已静音</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>替换为…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>卷积核：如果…</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>每个卷积核是一组在图像上滑动的权重（时间向右，系数向上）。点击一个即可编辑，并观察它的特征图和流派如何变化。</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>用常见的检测器替换此卷积核</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>静音(&amp;T)</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>把此特征图设为 0，看看没有它时网络如何判断</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>静音卷积核</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>独奏(&amp;L)</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>静音所有其他特征图；再按一次取消静音</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>独奏卷积核</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>把此卷积核恢复为模型自己的权重</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>恢复卷积核</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>把所有卷积核恢复为模型自己的权重；可以撤销</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>重置所有卷积核</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>所有卷积核</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>替换为 {name}</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的权重</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>编辑偏置</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>“{cell}”不是 −100 到 100 之间的数。</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence}保留原来的值。</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>卷积核 {number}（已更改）</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>卷积核 {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} 个已更改</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}：输入数字，然后按 Enter</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>电平</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>相对于满刻度的输入电平 (dBFS)。条：0.3 秒的 RMS。线：峰值。输入达到满刻度时“削波”会亮起：请调低输入。</translation>
    </message>
    <message>
        <source>−∞ dBFS</source>
        <translation>−∞ dBFS</translation>
    </message>
    <message>
        <source>{level} dBFS</source>
        <translation>{level} dBFS</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>削波</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>第 {number} 个图，共 {count} 个</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>第 {frame} 帧，系数 {coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>图 {number}，{pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>图 {number}：第 {frame} 帧、系数 {coefficient} 处为 {value}；最大值 {maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>网络的输入：{frames} 帧 × {coefficients} 个系数</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>加载模型后会显示网络所看到的内容</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>MFCC 图像</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>图像的颜色</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>隐藏响度 c0(&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>系数 0 是响度；它的数值远超出其他系数的范围。</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>自动调整色阶(&amp;A)</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>使色标适合系数 1 到 12 的数值。关闭：保持固定；拖动色条的手柄可更改。</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>{mfcc}, standardised {value}</source>
        <translation>{mfcc}，标准化后 {value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>距现在的秒数</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>正在分析文件…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>文件概览</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
点击或拖动以定位。按住 Shift 拖动可循环一段（Esc 结束循环）。滚动以缩放；双击显示整个文件。</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>{begin} 到 {end} {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>指向特征图的一个像素，即可看到它是如何计算的。点击特征图可放大，再点击像素可固定；方向键移到相邻像素。</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈：每个数各自四舍五入，网格中保留两位小数或三位数字，下方保留四位小数。求和使用精确的数值。</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>像素背后的求和</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>卷积核对前一层的每个特征图各有一组权重；所有乘积相加。选择要显示的通道。</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>显示对总和贡献最大的通道，无论正负</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 个</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>最强：{number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>通道 {channel}：{count} 个乘积之和 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>{count} 个乘积之和 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + 偏置 {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>{count} 个值的最大值 = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>{count} 个值的平均值 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · 增益 {gain:.4f} + 平移 {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU：max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>在特征图中：{value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× 卷积核</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ 乘积</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>网络所看到的图像</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}，图 {number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>在 {name} 中：</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>播放列表</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>显示播放列表中的所有文件并选择一个</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>，当前文件</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>为循环的片段命名，并循环已命名的片段</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>重命名此片段(&amp;R)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>移除其名称(&amp;V)</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>片段 {number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>为此片段命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>为片段命名</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>{begin} 到 {end} 这一片段的名称：</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>输入设备</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>麦克风或其他输入设备</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>选择输入…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>没有输入设备</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>每秒分析的窗口数；全速为 43</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>每秒屏幕更新次数</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>从声音到屏幕显示的延迟</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>分析前丢失的声音，以及因计算机太慢而跳过的窗口</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>，{number} 个无法连接</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>正在发送给 {programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} 个声道</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g} kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} 个窗口/秒</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} 次更新/秒</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>延迟 {delay} 毫秒</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>从声音到屏幕显示的延迟，其中输入设备占 {delay:.0f} 毫秒</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>丢失 {number}</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>跳过 {number}</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>设备溢出 {overflows} 次，分析前丢失 {lost} 个采样帧，因计算机太慢而跳过 {skipped} 个窗口</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>播放音量；不影响分析</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>{file} 的流派</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>网络流</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>（标签：{genre}）</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples} 个采样 ÷ {hop} = {frames} 帧，每帧 {coefficients} 个系数：{frames} × {coefficients} × 1 的图像</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>指向一帧，或按 ← 和 →，查看它覆盖哪些采样。
声音：每秒 {rate} 个采样，放大到所示的比例。
对数梅尔：{bands} 个频带的电平，低频在下方；颜色覆盖 MFCC 所用的 {range:.0f} dB。
MFCC：描述对数梅尔谱形状的 {coefficients} 个系数；系数 0 在最下方。每个系数有自己的色标。</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>没有保留声音：只有冻结时此面板已打开才会保留</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>从波形到图像</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>第 {frame} 帧覆盖 {samples} 个采样，即 {all} 个中的第 {first} 到第 {last} 个；最前面的 {before} 个在条带左侧之外。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Log-mel</source>
        <translation>对数梅尔</translation>
    </message>
    <message>
        <source>MFCC</source>
        <translation>MFCC</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>第 {number} 帧，共 {count} 帧</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>以前的会话</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>听到的时间</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>主要内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session}（已在另一个窗口中打开）</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>会话保存在 {folder} 中。</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>磁盘上没有以前的会话。</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>删除会话</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>要从磁盘删除 {session} 的会话及其 {parts} 吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>继续该会话</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>在这里显示上次的会话，并加入从现在起听到的内容</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>关闭此提示；会话仍可通过“打开…”找到</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>暂无内容。
来自麦克风或文件、持续至少五秒的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>只显示来源、流派或备注中含有这些词的片段</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>从列表中删除所选片段 (Del)。撤销可恢复。</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>所显示或所选的片段中每个流派听了多久</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>上次的会话：{last}，{parts}。</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>没有与“{filter}”匹配的片段。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{number} / {parts}</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>保存在磁盘上</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>保留到程序结束</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}，共 {duration}，{kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>已选 {number} 个，{duration}：</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>录制时间</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>听到的内容。输入或选择另一个名称 (F2)。</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>该流派（或两个流派合计）在此片段中的平均概率</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>您自己的备注 (F2)</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>录制时间，依据文件名或标签</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>重命名片段</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>听到：{heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>会话的片段</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>把输入录制为 FLAC 文件</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>停止录制并保留文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>窗口的全部功能</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>模型卡(&amp;O)</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>模型用什么训练，以及正确率有多高</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>快速了解窗口</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>复制诊断信息(&amp;C)</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>复制版本、设备和日志末尾，用于错误报告；不含音频和文件名</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>关于 genre-monitor(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>打开音频文件，或把它们拖到窗口上</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>播放文件夹中的所有音频文件</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>打开地址(&amp;A)…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>收听网络电台或其他流</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>从剪贴板打开(&amp;B)</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>打开在别处复制的地址或文件</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>播放演示音乐(&amp;D)</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>播放 genre-monitor 自带的音乐</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>开始一个空的会话；当前会话仍保留在磁盘上</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>打开会话(&amp;I)…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>打开以前的会话并继续；当前会话仍保留在磁盘上</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>保存会话(&amp;S)…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>把会话保存为 CSV、JSON 或 Audacity 标签</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>收听输入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>刷新输入设备(&amp;R)</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>查找新的输入设备</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>后退 5 秒(&amp;B)</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>前进 5 秒(&amp;F)</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>上一个文件(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>回到此文件的开头，或转到上一个文件</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>下一个文件(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>转到下一个文件</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>录制输入(&amp;C)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>录音文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>选择录音的保存位置</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>重放最近 30 秒(&amp;Y)</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>重放 30 秒</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>重放最近 30 秒的输入（仅保存在内存中），然后继续收听</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>冻结显示(&amp;Z)</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>冻结显示，同时继续收听</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>实时(&amp;L)</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>查看当前的声音，以及网络如何为它分类</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>实验室(&amp;B)</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>一步一步亲手尝试卷积和池化</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>会话(&amp;S)</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>列出本次会话中听到的全部内容</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>只显示流派(&amp;Y)</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>只显示流派的小窗口</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>为何是这个流派(&amp;I)</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>模型(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>打开模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>全屏(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>重新开始收听或播放</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>停止并释放设备</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>暂停文件</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>继续播放文件</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>没有显示流派</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} 支持 {genre}</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} 反对</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>没有复制任何地址或文件。</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>诊断信息已复制：请粘贴到您的报告中。</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>打开音频文件</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>音频文件 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>模型 (*{extension});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>模型：{name}。{summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>关于 genre-monitor</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;实时查看卷积网络听到了什么：MFCC 图像、各层的特征图以及流派。&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT 许可证。音频绝不会离开这台计算机。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>所示数字的 CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>用于 NumPy 的全部数组 (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>电子表格工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacity 标签 (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>Cue 表 (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>保存数据(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>整个页面(&amp;W)</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>此页面上没有可保存的内容。</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>“{title}”是空的，没有可保存的数据。</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>保存“{title}”</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>无法把“{name}”保存到 {parent}：{reason}。请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>“{name}”已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>总在最前(&amp;A)</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>让此窗口保持在所有其他窗口之前</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>完整窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>重新显示全部内容 (Esc)</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># 没有模型

没有加载模型。</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>它的文件没有说明正确率有多高。</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>流派：{genres}。</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>训练命令：`{command}`。</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| 层 | 输出 |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查面板</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}，图 {number}，第 {frame} 帧（共 {frames} 帧），系数 {coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>从波形到图像(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>MFCC 图像(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>特征图(&amp;F)</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>像素背后的求和(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>卷积核：如果…(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>流派(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>网络结构(&amp;A)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>文字和控件的大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>录音(&amp;R)</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>更改立即生效并被记住。</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>仅对此屏幕；Ctrl++ 和 Ctrl+− 也可更改</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>OSC(&amp;O)</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control，用于 TouchDesigner、QLC+、Max …</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>网页端口(&amp;W)</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>显示流派的网页，用于浏览器或 OBS</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>MQTT 代理(&amp;M)</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>Home Assistant 也能找到它</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>变化时的命令(&amp;C)</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>不经 shell 运行</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>把听到的内容告诉其他程序</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>关闭；例如 {example}</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>从系统的密钥环中删除密码</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>其密码(&amp;P)</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>保存在系统的密钥环中</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>正在发送给 {receivers}。</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>帮助 — {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>回到上一页 (Alt+Left)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>录音的文件夹</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{folder} 中的 {number} 个文件</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>已录制 {duration}，保存在 {where}</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>无法从 {file} 读取设置：{reason}。将使用默认值。在您将它移走之前，不会记住任何设置。</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>无法从 {file} 读取设置。将使用默认值。</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>无法把设置保存到 {file}。请检查该文件夹是否可写，磁盘是否已满。</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>{damaged} 中的设置已损坏，且无法重置：{error}。请删除该文件并重新启动 genre-monitor。</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>设置已损坏并已重置。旧文件是 {kept}。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>选择要听什么：麦克风、您自己的文件或演示音乐。除非按下“录制”，否则不会录制任何内容，也没有任何内容会离开这台计算机。</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>这就是网络听到的全部：最近 2.3 秒，即 100 帧、每帧 13 个 MFCC，最新的在右侧。</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>这些是一个层的特征图，每个卷积核一个。可以选择任意层；点击特征图可放大，点击卷积核可更改。</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>这是网络的回答，依据自音乐上次变化以来听到的全部内容。无法确定时，它会给出两个流派，或者说不确定。</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>“视图”菜单中还有更多：每个像素背后的求和、为何是这个流派、历史、网络结构、本次会话中听到的全部内容，以及可以亲手尝试卷积和池化的实验室。</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>跳过导览；“帮助 ▸ 导览”可再次显示 ({keys})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>影片的音轨</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>mp3、ogg、aac 或 HLS 格式的网络电台（http、https），或 RTSP 流。会边播放边分析。地址中可以包含用户名和密码（http://NAME:PASSWORD@…）；密码不会被记住。</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 ddd HH:mm</translation>
    </message>
</context>
</TS>
