<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>このステップの数値：</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>カーネル(&amp;K)</translation>
    </message>
    <message>
        <source>A kernel is a grid of weights; its output is largest where the image matches it.</source>
        <translation>カーネルは重みのグリッドです。画像がカーネルとよく一致する場所ほど、出力が大きくなります。</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>中心が定まるように常に奇数です</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>ランダム(&amp;M)</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>学習前のネットワークと同じ、ランダムな重み</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>カーネル数(&amp;N)</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>カーネルの数。それぞれが1枚の特徴マップを作ります</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>表示するカーネル</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>重みと特徴マップを表示するカーネル</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>ストライド 縦(&amp;C)</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>下方向の1ステップで進む行数</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>横(&amp;A)</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>右方向の1ステップで進む列数</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>ストライド 横</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>パディング(&amp;P)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>ゼロ</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>画像の周囲にゼロを加えると、カーネルが端まで届き、出力が画像と同じ大きさになります（ストライド1の場合）。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>セルに数値を入力します。実際のネットワークでは、重みは学習によって決まります</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>積</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>カーネルの下の各ピクセルとその重みの積</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>パッチ × 重み</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>カーネルサイズの変更</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>カーネル数の変更</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>パディングの変更</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>ストライドの変更</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>カーネルの変更</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>重みのランダム化</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>重みの編集</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0、パディング</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>カーネル{number}のマップ（赤：正、青：負）。クリックすると表示します</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>画像(&amp;I)</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>画像は数値のグリッドです。講義の画像、自作の画像、現在の100 × 13のMFCCから選べます。</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>画像の高さ</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>列(&amp;L)</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>画像の幅</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>深さ(&amp;D)</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>赤・緑・青などのチャンネルの数。カーネルの深さも同じになります</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>ピクセルと重みを表示するチャンネル</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>セルに数値を入力します。破線のセルはパディングです</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>ライブに戻る</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>ライブ画像を再び音に追従させます</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>静止中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>まだ音がありません</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>チャンネル{number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>ライブ画像の使用</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>自作の画像の使用</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>画像の変更</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>画像サイズの変更</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>深さの変更</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>ピクセルの編集</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>畳み込み(&amp;O)</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>画像の上でカーネルを滑らせ、積を足し合わせます</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>プーリング(&amp;G)</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>画像を縮小し、セルごとに1つの数値を残します</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>ラボ</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>ReLUを適用</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>ReLUは負の和を0にします</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>講義の例に戻します（元に戻せます）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>プーリングへの切り替え</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>畳み込みへの切り替え</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>ReLUの追加</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>ReLUの削除</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>各方向のステップ数：パディングを含む画像の大きさからカーネルの大きさを引き、ストライドで割って切り捨て、最初のステップの分の1を足します。</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>ここまでの出力。現在のステップの値は強調表示されます。小数点以下が4桁を超える平均は2桁に丸めます。</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{size}のマップ{number}枚</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>種類(&amp;P)</translation>
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
        <translation>最大プーリングは各セルの最大値を残し、平均プーリングは各セルを平均します。</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>セルサイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>この大きさのセルが、それぞれ出力の1つの数値になります</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>あるセルから下のセルまでの行数</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>あるセルから右のセルまでの列数</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>現在のセルのピクセル。最大プーリングは強調表示の値を残します</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>現在のセル</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>{kind}プーリングの使用</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>セルサイズの変更</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>学習する重みはありません</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>ライブ画像は、計算の前に小数第1位までの値に丸めます。</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>ステップ実行の間は静止します。「ライブに戻る」で再開します。</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>再生(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>前のステップ（←）</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>次へ(&amp;X)</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>次のステップ（→）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>ドラッグまたは矢印キーで任意のステップへ移動します</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>ステップ(&amp;T)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>ステップを再生する速さ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>一時停止（スペース）</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>すべてのステップを1行ずつ再生します（スペース）</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>ステップ {step}/{count}(&amp;T)</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>ステップなし(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>直前の変更を元に戻します</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>元に戻した変更をやり直します</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>このステップの和</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>強調表示された出力値の計算を、積ごとに示します</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>アーキテクチャ</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>ネットワークの層</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>ジャンルのスコアを上げる特徴マップが反応している場所。大まかで、そのジャンルを支持する根拠だけを示します</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>統合勾配</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>平均的な音楽と比べて、各ピクセルがジャンルのスコアをどれだけ上げ下げするか</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>最有力のジャンル</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>説明するジャンル：最有力のジャンル、または固定のジャンル</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>MFCC画像に重ねる根拠の不透明度</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>根拠(&amp;W)</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>対象(&amp;R)</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>不透明度(&amp;Y)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>この件について詳しく表示します</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じます</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特徴マップ</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>マップを表示する層。畳み込みのマップはReLUの前の状態で、負の値は青で表示されます。ReLUは負の値を0にし、最大プーリングは各セルの最大値を残します。</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>強い順(&amp;N)</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>約1秒ごとに、マップをエネルギー順に並べ替えます。オフにすると、どのマップも同じ位置にとどまります。</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>マップ別コントラスト(&amp;M)</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>マップとカーネルごとに別のカラースケールを使い、弱いものも形が見えるようにします。オフにすると、比較できるように全体で1つのスケールを使います。</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>すべてのマップ</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>この層のすべてのマップに戻ります（Esc）</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>カーネルをリセット</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>編集されたカーネルがあります。モデル本来のカーネルに復元します</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>マップ {number}/{count}</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>ReLU適用後</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>、ストライド{size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{size}のカーネル{number}個{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>{size}の最大値{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>{size}の平均{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>マップごとにスケーリングとシフト</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>負の値は0</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ 静止中</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>並べ替え(&amp;O)</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>確率の高いジャンルから並べます。オフにすると、どのジャンルも同じ位置にあり、見つけやすくなります。</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>平均時間(&amp;G)</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>無音レベル(&amp;B)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>自動：最後に音楽が変わってから（最長30秒）の全体で曲のジャンルを判定します。固定の時間で平均することもできます。0にすると窓ごとの結果を表示します。</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>このレベルを下回る音が0.5秒続くと無音とみなし、ジャンルを表示しません。周囲の雑音にジャンルが付く場合は値を上げてください。</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>ジャンルの確率</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>ジャンルの履歴</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} 分</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{duration}前までの{span}</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>直近 {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>まだ何も聴いていません</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>ドラッグでさかのぼり、スクロールで拡大・縮小します。ダブルクリックで現在に戻ります。</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration}前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>、ミュート</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>、変更あり</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>カーネル {number}/{count}</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} ミュート</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>置き換え…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>カーネルを変えると…</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>カーネルは、画像（右が時間、上が係数）の上をスライドする重みのグリッドです。クリックして編集すると、そのマップとジャンルの変化を見られます。</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>置き換え</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>このカーネルをよく知られた検出器に置き換えます</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>ミュート(&amp;T)</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>このマップを0にして、これがない場合のネットワークの判定を確かめます</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>カーネルのミュート</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>ソロ(&amp;L)</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>ほかのマップをすべてミュートします。もう一度押すと解除します</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>カーネルのソロ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>このカーネルをモデル本来の重みに復元します</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>カーネルの復元</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>すべてのカーネルをモデル本来の重みに復元します（元に戻せます）</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>すべてのカーネルのリセット</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>すべてのカーネル</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>{name}への置き換え</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>行{row}、列{column}の重み</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>バイアスの編集</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>「{cell}」は−100～100の数値ではありません。</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence}元の値のままにしました。</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>カーネル{number}（変更あり）</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>カーネル{number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number}個を変更</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}：数値を入力し、Enterキーを押します</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>フルスケールに対する入力レベル（dBFS）。バー：0.3秒間のRMS。線：ピーク。入力がフルスケールに達すると「クリップ」が点灯するので、入力を下げてください。</translation>
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
        <translation>クリップ</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>マップ {number}/{count}</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>フレーム{frame}、係数{coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>マップ{number}、{pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>マップ{number}：フレーム{frame}、係数{coefficient}で{value}、最大{maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>ネットワークの入力：{frames}フレーム × {coefficients}係数</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>モデルを読み込むと、ネットワークに見えているものを表示します</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>MFCC画像</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>画像の色</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>音量（c0）を隠す(&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>係数0は音量です。その値は、ほかの係数の範囲から大きく外れています。</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>自動レベル(&amp;A)</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>カラースケールを係数1～12の値に合わせます。オフにすると固定され、カラーバーのハンドルをドラッグして変更できます。</translation>
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
        <translation>{mfcc}、標準化後{value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>現在からさかのぼった秒数</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>係数</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>ファイルを分析しています…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>ファイルの概要</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
クリックまたはドラッグで移動します。Shift+ドラッグで区間をループします（Escで終了）。スクロールで拡大・縮小し、ダブルクリックでファイル全体を表示します。</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>{begin}～{end} {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>特徴マップのピクセルを指すと、その計算方法を表示します。マップをクリックすると拡大し、さらにピクセルをクリックすると固定します。矢印キーで隣のピクセルに移動します。</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈：各数値は個別に丸めています（グリッド内は小数点以下2桁または有効数字3桁、その下は小数点以下4桁）。和は正確な値から計算しています。</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>ピクセルの計算式</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>カーネルは下の層のマップ1枚ごとに重みのグリッドを持ち、すべての積を足し合わせます。表示するチャンネルを選択してください。</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>正負を問わず、和への寄与が最も大きいチャンネルを表示します</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>最大寄与：{number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>チャンネル{channel}：{count}個の積の和 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>{count}個の積の和 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + バイアス {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>{count}個の値の最大 = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>{count}個の値の平均 ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · ゲイン {gain:.4f} + シフト {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU: max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>マップの値：{value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× カーネル</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ 積</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>ネットワークから見た画像</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}、マップ{number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>{name}での位置：</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>プレイリスト</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>プレイリストの全ファイルを表示し、1つを選びます</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>、再生中のファイル</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>区間</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>ループ中の区間に名前を付け、名前のある区間をループします</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>区間の名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>名前を削除(&amp;V)</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>区間{number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>区間に名前を付ける(&amp;N)…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>区間に名前を付ける</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>{begin}～{end}の区間の名前：</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>入力デバイス</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>マイクなどの入力デバイス</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>入力を選択…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>入力デバイスなし</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>1秒あたりに分析した窓の数。最高速度は43</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>1秒あたりの画面更新回数</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>音が画面に表示されるまでの遅延</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>分析前に失われた音と、コンピューターの処理が間に合わずスキップした窓</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>（うち{number}個は接続不可）</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>送信先：{programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>モノラル</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>ステレオ</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number}チャンネル</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g} kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} 窓/秒</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} 更新/秒</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>遅延 {delay} ms</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>音が画面に表示されるまでの遅延。うち{delay:.0f} msは入力デバイスによるもの</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>欠落 {number}</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>スキップ {number}</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>デバイスのオーバーフロー{overflows}回、分析前に失われたサンプルフレーム{lost}個、コンピューターの処理が間に合わずスキップした窓{skipped}個</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>再生音量。分析には影響しません</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>{file} ジャンル</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>ネットワークストリーム</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>（タグ：{genre}）</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples}サンプル ÷ {hop} = {frames}フレーム、各{coefficients}係数：{frames} × {coefficients} × 1の画像</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>フレームを指すか←→キーを押すと、そのフレームに含まれるサンプルを表示します。
音：毎秒{rate}サンプル。表示の目盛りに合わせて拡大しています。
対数メル：{bands}個の周波数帯域のレベル（低域が下）。色の範囲は、MFCCの計算に使う{range:.0f} dBです。
MFCC：対数メルスペクトルの形を表す{coefficients}個の係数（係数0が下）。係数ごとに別のカラースケールを使います。</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>音は保持されていません。このパネルを開いた状態で表示を静止させた場合にだけ保持されます</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>波形から画像へ</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>フレーム{frame}は全{all}サンプルのうち{first}～{last}の{samples}サンプルを含みます。最初の{before}サンプルは帯の左側にあります。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Log-mel</source>
        <translation>対数メル</translation>
    </message>
    <message>
        <source>MFCC</source>
        <translation>MFCC</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>フレーム {number}/{count}</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>以前のセッション</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>主なジャンル</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session}（別のウィンドウで使用中）</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>セッションは{folder}に保存されます。</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>ディスクに以前のセッションはありません。</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>セッションの削除</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>{session}のセッション（{parts}）をディスクから削除しますか？この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>前回のセッションを表示し、これから聴く内容を追加します</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>この行を閉じます</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>この行を閉じます。セッションは「開く…」から開けます</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>まだ何もありません。
マイクまたはファイルから5秒以上聴こえたものがここに表示されます。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>ソース、ジャンル、メモにこの語を含む区間だけを表示します</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>選択した区間を一覧から削除します（Del）。元に戻すこともできます。</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>表示中または選択中の区間で各ジャンルを聴いた時間</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>前回のセッション：{last}、{parts}。</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>「{filter}」に一致する区間はありません。Escですべて表示します。</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{parts}中{number}</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>ディスクに保存済み</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>プログラムの終了まで保持</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}、合計{duration}、{kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>{number}区間を選択、{duration}：</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>録音日時</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>聴こえたジャンル。別の名前を入力または選択できます（F2）。</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>区間全体での、そのジャンル（2つの場合は合計）の平均確率</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>自由に書けるメモ（F2）</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>録音された日時（ファイル名またはタグによる）</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>区間の名前の変更</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>メモの編集</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>聴こえたジャンル：{heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>セッションの区間</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>入力をFLACファイルに録音します</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>録音を停止してファイルを保存します</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>ソース(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>マニュアル(&amp;M)</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>ウィンドウの全機能の説明</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>モデルカード(&amp;O)</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>モデルの学習に使った音楽と正解率</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>ウィンドウを簡単に紹介します</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>診断情報をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>バグ報告用に、バージョン、デバイス、ログの末尾をコピーします。オーディオやファイル名は含みません</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>genre-monitorについて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>オーディオファイルを開きます。ウィンドウへのドロップもできます</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>フォルダーを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>フォルダー内のすべてのオーディオファイルを再生します</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>アドレスを開く(&amp;A)…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>インターネットラジオなどのストリームを聴きます</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>クリップボードから開く(&amp;B)</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>ほかの場所でコピーしたアドレスやファイルを開きます</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使った項目(&amp;R)</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>デモを再生(&amp;D)</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>genre-monitorに付属の音楽を再生します</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新規セッション(&amp;N)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>空のセッションを始めます。現在のセッションはディスクに残ります</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>セッションを開く(&amp;I)…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>以前のセッションを開いて続けます。現在のセッションはディスクに残ります</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>セッションを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>セッションをCSV、JSON、Audacityラベルのいずれかで保存します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>入力を聴く(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>入力を更新(&amp;R)</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>新しい入力デバイスを探します</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>5秒戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>5秒進む(&amp;F)</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>前のファイル(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>このファイルの先頭、または前のファイルに移動します</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>次のファイル(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>次のファイルに移動します</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>入力を録音(&amp;C)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>録音フォルダー(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>録音の保存先を選択します</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>直近30秒をリプレイ(&amp;Y)</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>30秒リプレイ</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>メモリーにだけ保持している直近30秒の入力を再生し、その後また入力を聴きます</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>表示を静止(&amp;Z)</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>表示を静止させたまま、聴き続けます</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>ライブ(&amp;L)</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>今の音と、ネットワークによる分類を表示します</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>ラボ(&amp;B)</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>畳み込みとプーリングを1ステップずつ手で試します</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>セッション(&amp;S)</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>このセッションで聴いたものを一覧表示します</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>ジャンルのみ(&amp;Y)</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>ジャンルだけの小さなウィンドウ</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>このジャンルの根拠(&amp;I)</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>モデル(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>モデルを開く(&amp;M)…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>全画面表示(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>ズーム(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>拡大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>縮小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>標準サイズ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>聴取または再生を再び始めます</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>停止してデバイスを解放します</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>ファイルを一時停止します</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>ファイルの再生を再開します</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>ジャンル表示なし</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>計算できませんでした</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} {genre}に有利</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} 不利</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>アドレスもファイルもコピーされていません。</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>診断情報をコピーしました。報告に貼り付けてください。</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>オーディオファイルを開く</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>オーディオファイル ({patterns});;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>モデル (*{extension});;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>モデル：{name}。{summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>genre-monitorについて</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;畳み込みネットワークが聴いているもの（MFCC画像、各層の特徴マップ、ジャンル）をライブで表示します。&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MITライセンス。オーディオがこのコンピューターの外に出ることはありません。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG画像 (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG画像 (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>表示中の数値のCSV表 (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>NumPy用の全配列 (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>表計算ソフト用ブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacityラベル (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>キューシート (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>画像を保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>数値を保存(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>ページ全体(&amp;W)</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>このページに保存できるものはありません。</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>「{title}」は空なので、保存できる数値がありません。</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>「{title}」を保存</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>「{name}」を{parent}に保存できませんでした（{reason}）。別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>「{name}」はすでにあります。置き換えますか？</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>常に手前に表示(&amp;A)</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>このウィンドウを常にほかのウィンドウの手前に表示します</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>ウィンドウ全体(&amp;W)</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>すべてを再び表示します（Esc）</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># モデルなし

モデルが読み込まれていません。</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>正解率はファイルに記載されていません。</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>ジャンル：{genres}。</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>学習コマンド：`{command}`</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| 層 | 出力 |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}、マップ{number}、フレーム{frame}/{frames}、係数{coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>波形から画像へ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>MFCC画像(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>特徴マップ(&amp;F)</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>ピクセルの計算式(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>カーネルを変えると…(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>ジャンル(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>履歴(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>アーキテクチャ(&amp;A)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>文字とコントロールのサイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>録音(&amp;R)</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>変更はすぐに反映され、次回も保持されます。</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>この画面での大きさ。Ctrl++とCtrl+−でも変更できます</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>OSC(&amp;O)</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control（TouchDesigner、QLC+、Maxなど）</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>Webページのポート(&amp;W)</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>ブラウザーやOBSで開ける、ジャンルを表示するページ</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>MQTTブローカー(&amp;M)</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>Home Assistantが自動的に検出します</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>変化時のコマンド(&amp;C)</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>シェルを介さずに実行します</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>聴いているものをほかのプログラムに伝えます</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>オフ（例：{example}）</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>パスワードをシステムのキーリングから削除します</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>システムのキーリングに保存されます</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>送信先：{receivers}</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>何も送信していません。</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>ヘルプ — {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>前のページに戻ります（Alt+←）</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>録音の保存先フォルダー</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{folder}の{number}個のファイル</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>{duration}を{where}に録音しました</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>{file}から設定を読み込めませんでした（{reason}）。既定の設定を使用します。それを移動するまで、何も記憶されません。</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>{file}から設定を読み込めませんでした。既定の設定を使用します。</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>設定を{file}に保存できませんでした。フォルダーに書き込めるか、ディスクに空きがあるか確認してください。</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>{damaged}の設定が破損しており、リセットできませんでした（{error}）。ファイルを削除して、genre-monitorを再起動してください。</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>設定が破損していたためリセットしました。元のファイルは{kept}です。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>聴くものを選びます。マイク、手持ちのファイル、デモから選択できます。「録音」を押さないかぎり何も録音されず、データがこのコンピューターの外に出ることもありません。</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>ネットワークが聴いているのはこれだけです。直近2.3秒間の、13個のMFCCを100フレーム並べたもので、右端が最新です。</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>1つの層の特徴マップです。カーネルごとに1枚あります。層は自由に選べます。マップをクリックすると拡大し、カーネルをクリックすると変更できます。</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>そしてこれが、最後に音楽が変わってから聴いたすべてに基づくネットワークの答えです。決められないときは、2つのジャンルを挙げるか、「判定不能」と答えます。</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>「表示」メニューにはほかにも、ピクセルの計算式、ジャンルの根拠、履歴、アーキテクチャ、このセッションで聴いたものの一覧、畳み込みとプーリングを手で試せるラボがあります。</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>ツアーを終了します。「ヘルプ ▸ ツアー」でもう一度見られます（{keys}）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>音声トラック</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>動画の音声トラック</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>mp3、ogg、aac、HLSのインターネットラジオ（http、https）またはRTSPのストリームです。再生しながら分析します。ユーザー名とパスワードはアドレスに含めることができます（http://NAME:PASSWORD@…）。パスワードは記憶されません。</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>アドレスを開く</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日(ddd) HH:mm</translation>
    </message>
</context>
</TS>
