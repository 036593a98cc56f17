<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
  <context>
    <name>Animating</name>
    <message>
      <source>&amp;Layer</source>
      <translation>图层(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Timeline</source>
      <translation>时间轴(&amp;T)</translation>
    </message>
    <message>
      <source>Choose several frames in the timeline</source>
      <translation>在时间轴上选择多帧</translation>
    </message>
    <message>
      <source>Copy cels instead of moving them</source>
      <translation>复制而不是移动单元格</translation>
    </message>
    <message>
      <source>F&amp;rame</source>
      <translation>帧(&amp;R)</translation>
    </message>
    <message>
      <source>Leave canvas or timeline by keyboard</source>
      <translation>用键盘离开画布或时间轴</translation>
    </message>
    <message>
      <source>Properties of “{0}”…</source>
      <translation>“{0}”的属性…</translation>
    </message>
    <message>
      <source>Shift or Ctrl with clicks or arrow keys</source>
      <translation>Shift 或 Ctrl 配合单击或方向键</translation>
    </message>
    <message>
      <source>Shift+Tab</source>
      <translation>按 Shift+Tab</translation>
    </message>
    <message>
      <source>hold Ctrl while dropping them</source>
      <translation>放下时按住 Ctrl</translation>
    </message>
  </context>
  <context>
    <name>AnimationFiles</name>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export a sheet</source>
      <translation>导出精灵表</translation>
    </message>
    <message>
      <source>Export an animation</source>
      <translation>导出动画</translation>
    </message>
    <message>
      <source>Export frames into a folder</source>
      <translation>把各帧导出到文件夹</translation>
    </message>
    <message>
      <source>GIF (*.gif);;Animated PNG (*.png *.apng);;WebP (*.webp)</source>
      <translation>GIF (*.gif);;动态 PNG (*.png *.apng);;WebP (*.webp)</translation>
    </message>
    <message>
      <source>PNG picture (*.png)</source>
      <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
      <source>Saved {0}.</source>
      <translation>已保存 {0}。</translation>
    </message>
    <message>
      <source>Writing {0}…</source>
      <translation>正在写入 {0}…</translation>
    </message>
    <message>
      <source>{0} files.</source>
      <translation>{0} 个文件。</translation>
    </message>
    <message>
      <source>{0} frames, {1} in a row.</source>
      <translation>{0} 帧，每行 {1} 帧。</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
  </context>
  <context>
    <name>Application</name>
    <message>
      <source>Something went wrong inside Spriteverse.</source>
      <translation>Spriteverse 内部出错了。</translation>
    </message>
    <message>
      <source>Your sprite is still here: save it. The details help to mend this.</source>
      <translation>您的精灵还在：请先保存。“详情”有助于修复这个问题。</translation>
    </message>
  </context>
  <context>
    <name>Audition</name>
    <message>
      <source>&amp;Apply candidate</source>
      <translation>应用候选(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Discard candidate</source>
      <translation>丢弃候选(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Previous candidate</source>
      <translation>上一个候选(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Star candidate</source>
      <translation>给候选加星标(&amp;S)</translation>
    </message>
    <message>
      <source>Applied.</source>
      <translation>已应用。</translation>
    </message>
    <message>
      <source>Apply candidate</source>
      <translation>应用候选</translation>
    </message>
    <message>
      <source>Apply it when it is finished.</source>
      <translation>等它画完再应用。</translation>
    </message>
    <message>
      <source>Completed {0}</source>
      <translation>补全 {0}</translation>
    </message>
    <message>
      <source>Ctrl+Z takes it back; the candidates stay.</source>
      <translation>Ctrl+Z 可撤销，候选会保留。</translation>
    </message>
    <message>
      <source>Ne&amp;xt candidate</source>
      <translation>下一个候选(&amp;X)</translation>
    </message>
    <message>
      <source>The sprite looks like this candidate already.</source>
      <translation>精灵已经和这个候选一样了。</translation>
    </message>
    <message>
      <source>This candidate is still being drawn.</source>
      <translation>这个候选还在绘制。</translation>
    </message>
    <message>
      <source>This candidate was drawn for another canvas size.</source>
      <translation>这个候选是按另一个画布尺寸画的。</translation>
    </message>
    <message>
      <source>Undo the change of size, or press Complete for new candidates.</source>
      <translation>撤销尺寸改动，或按“补全”生成新的候选。</translation>
    </message>
  </context>
  <context>
    <name>AxesDialog</name>
    <message>
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <source>Axes of symmetry</source>
      <translation>对称轴</translation>
    </message>
    <message>
      <source>From the left</source>
      <translation>距左边</translation>
    </message>
    <message>
      <source>From the top</source>
      <translation>距上边</translation>
    </message>
    <message>
      <source>Middle</source>
      <translation>居中</translation>
    </message>
  </context>
  <context>
    <name>Badge</name>
    <message>
      <source>A copy: a training sprite is nearly the same, perhaps mirrored, shifted or in other colours.</source>
      <translation>翻版：与某个训练精灵几乎相同，可能只是镜像、平移或换了颜色。</translation>
    </message>
    <message>
      <source>A relative: nearer to a training sprite than nine of ten sprites that the model never saw.</source>
      <translation>近亲：比模型没见过的精灵中的九成更接近某个训练精灵。</translation>
    </message>
    <message>
      <source>Distance: {1:.2f} ×.</source>
      <translation>距离：{1:.2f} ×。</translation>
    </message>
    <message>
      <source>New: no training sprite comes nearer than to sprites that the model never saw.</source>
      <translation>全新：与训练精灵的距离不比模型没见过的精灵更近。</translation>
    </message>
    <message>
      <source>The nearest, “{0}”, is {1:.2f} × as far as usual.</source>
      <translation>最接近的“{0}”，距离是平常的 {1:.2f} 倍。</translation>
    </message>
    <message>
      <source>copy</source>
      <translation>翻版</translation>
    </message>
    <message>
      <source>new</source>
      <translation>全新</translation>
    </message>
    <message>
      <source>relative</source>
      <translation>近亲</translation>
    </message>
  </context>
  <context>
    <name>BoardBar</name>
    <message>
      <source>&amp;Colours</source>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Pack</source>
      <translation>模型包(&amp;P)</translation>
    </message>
    <message>
      <source>Back to the board</source>
      <translation>返回图板</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>F&amp;rom</source>
      <translation>来源(&amp;R)</translation>
    </message>
    <message>
      <source>Hold all sprites, those on the board too, to one palette</source>
      <translation>让所有精灵（包括图板上的）使用同一个调色板</translation>
    </message>
    <message>
      <source>How many at once</source>
      <translation>一次画几个</translation>
    </message>
    <message>
      <source>Low: what is usual for the pack. High: surprises.</source>
      <translation>低：该包的常见样子。高：出人意料。</translation>
    </message>
    <message>
      <source>New sprites</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>Only starred</source>
      <translation>仅星标</translation>
    </message>
    <message>
      <source>Only starred ({0})</source>
      <translation>仅星标（{0}）</translation>
    </message>
    <message>
      <source>S&amp;eed</source>
      <translation>种子(&amp;E)</translation>
    </message>
    <message>
      <source>The mixture: places like those of the training pictures. N(0, 1): anywhere round the middle</source>
      <translation>混合：取训练图片附近的位置。N(0, 1)：中心周围任意位置</translation>
    </message>
    <message>
      <source>Variet&amp;y</source>
      <translation>变化(&amp;Y)</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>变化</translation>
    </message>
    <message>
      <source>Walk</source>
      <translation>漫步</translation>
    </message>
    <message>
      <source>What new sprites are to show, of what the pack was told apart by folders</source>
      <translation>新精灵要画什么：取自该包按文件夹区分的类别</translation>
    </message>
    <message>
      <source>Where the numbers come from</source>
      <translation>数值从哪里来</translation>
    </message>
    <message>
      <source>chosen by the model</source>
      <translation>由模型选择</translation>
    </message>
    <message>
      <source>of a palette file…</source>
      <translation>来自调色板文件…</translation>
    </message>
    <message>
      <source>of the sprite on the canvas</source>
      <translation>来自画布上的精灵</translation>
    </message>
    <message>
      <source>{0}, {1} colours</source>
      <translation>{0}，{1} 种颜色</translation>
    </message>
  </context>
  <context>
    <name>BoardDrawing</name>
    <message>
      <source>The engine sent other sprites than were asked for.</source>
      <translation>引擎发来的精灵与请求的不符。</translation>
    </message>
  </context>
  <context>
    <name>BoardEditing</name>
    <message>
      <source>&amp;Discard</source>
      <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Only starred</source>
      <translation>仅显示星标(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Star</source>
      <translation>加星标(&amp;S)</translation>
    </message>
    <message>
      <source>Brought back: {0}.</source>
      <translation>已恢复：{0}。</translation>
    </message>
    <message>
      <source>Ctrl+Z undoes it.</source>
      <translation>Ctrl+Z 可撤销。</translation>
    </message>
    <message>
      <source>Discarded {0} sprites.</source>
      <translation>已丢弃 {0} 个精灵。</translation>
    </message>
    <message>
      <source>Discarded {0}.</source>
      <translation>已丢弃 {0}。</translation>
    </message>
    <message>
      <source>Remove the &amp;star</source>
      <translation>取消星标(&amp;S)</translation>
    </message>
    <message>
      <source>Show only the starred sprites</source>
      <translation>只显示加了星标的精灵</translation>
    </message>
    <message>
      <source>Took back: {0}.</source>
      <translation>已撤销：{0}。</translation>
    </message>
    <message>
      <source>discard</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <source>star</source>
      <translation>星标</translation>
    </message>
  </context>
  <context>
    <name>BoardHint</name>
    <message>
      <source>A board of new sprites</source>
      <translation>新精灵图板</translation>
    </message>
    <message>
      <source>New sprites</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>No pack makes up sprites yet</source>
      <translation>还没有能创作精灵的模型包</translation>
    </message>
    <message>
      <source>Press N for sprites that the model makes up, and again for more. Star those you like with S, ask for more like one with M, cross two with X, and undo anything with Ctrl+Z. A seed brings a sprite back.</source>
      <translation>按 N 让模型创作精灵，再按画更多。用 S 给喜欢的加星标，用 M 画更多相似的，用 X 杂交两个，用 Ctrl+Z 撤销任何操作。凭种子可以找回精灵。</translation>
    </message>
  </context>
  <context>
    <name>BoardMaking</name>
    <message>
      <source>1 new sprite.</source>
      <translation>1 个新精灵。</translation>
    </message>
    <message>
      <source>All sprites have these colours.</source>
      <translation>所有精灵都已使用这些颜色。</translation>
    </message>
    <message>
      <source>Ctrl+Z brings the others back.</source>
      <translation>Ctrl+Z 恢复原来的颜色。</translation>
    </message>
    <message>
      <source>Drawing sprites…</source>
      <translation>正在绘制精灵…</translation>
    </message>
    <message>
      <source>One of them is a copy of a training sprite: see its badge.</source>
      <translation>其中一个是训练精灵的翻版：见其徽标。</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>S stars, M makes more like one, Space goes on.</source>
      <translation>S 加星标，M 画更多相似的，空格继续。</translation>
    </message>
    <message>
      <source>Seed {0}</source>
      <translation>种子 {0}</translation>
    </message>
    <message>
      <source>The numbers of one pack mean nothing to another: choose two of the same.</source>
      <translation>一个包的数值对另一个包没有意义：请选同一个包的两个精灵。</translation>
    </message>
    <message>
      <source>These two come from different packs.</source>
      <translation>这两个来自不同的模型包。</translation>
    </message>
    <message>
      <source>Waiting for the engine to start…</source>
      <translation>正在等待引擎启动…</translation>
    </message>
    <message>
      <source>cross two</source>
      <translation>杂交两个</translation>
    </message>
    <message>
      <source>more like this</source>
      <translation>更多相似</translation>
    </message>
    <message>
      <source>palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>{0} new sprites.</source>
      <translation>{0} 个新精灵。</translation>
    </message>
    <message>
      <source>{0} of them are copies of training sprites: see their badges.</source>
      <translation>其中 {0} 个是训练精灵的翻版：见其徽标。</translation>
    </message>
  </context>
  <context>
    <name>BoardOriginals</name>
    <message>
      <source>Choose the folder that {0} was trained on</source>
      <translation>选择 {0} 训练时所用的文件夹</translation>
    </message>
    <message>
      <source>Choose the very folder that the pack was trained on, none above or below it.</source>
      <translation>请选训练该包时所用的那个文件夹，不要选其上级或下级。</translation>
    </message>
    <message>
      <source>Show me the &amp;nearest training picture…</source>
      <translation>指给我看最接近的训练图片(&amp;N)…</translation>
    </message>
    <message>
      <source>There is no “{0}” in {1}.</source>
      <translation>{1} 中没有“{0}”。</translation>
    </message>
  </context>
  <context>
    <name>BoardPage</name>
    <message>
      <source>&amp;Board</source>
      <translation>图板(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Larger</source>
      <translation>放大(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;New sprites</source>
      <translation>新精灵(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Use its seed and settings</source>
      <translation>使用它的种子和设置(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Walk through the starred sprites</source>
      <translation>在星标精灵之间漫步(&amp;W)</translation>
    </message>
    <message>
      <source>A&amp;bout this sprite</source>
      <translation>关于这个精灵(&amp;B)</translation>
    </message>
    <message>
      <source>About a sprite</source>
      <translation>关于精灵</translation>
    </message>
    <message>
      <source>Cance&amp;l</source>
      <translation>取消(&amp;L)</translation>
    </message>
    <message>
      <source>Choose several</source>
      <translation>选择多个</translation>
    </message>
    <message>
      <source>Choose two sprites to cross.</source>
      <translation>请选两个精灵来杂交。</translation>
    </message>
    <message>
      <source>Copy its recipe instead: it holds its numbers.</source>
      <translation>请改为复制它的配方：其中有它的数值。</translation>
    </message>
    <message>
      <source>Cross &amp;two</source>
      <translation>杂交两个(&amp;T)</translation>
    </message>
    <message>
      <source>Ctrl and a click adds one to the choice.</source>
      <translation>按住 Ctrl 单击可多选一个。</translation>
    </message>
    <message>
      <source>Ctrl with arrow keys, on a sprite</source>
      <translation>Ctrl 加方向键，在精灵上</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>绘画</translation>
    </message>
    <message>
      <source>Draw more sprites: also Space on the board</source>
      <translation>画更多精灵：在图板上也可按空格</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>回车</translation>
    </message>
    <message>
      <source>Explore</source>
      <translation>探索</translation>
    </message>
    <message>
      <source>More like &amp;this</source>
      <translation>更多相似(&amp;T)</translation>
    </message>
    <message>
      <source>Morph</source>
      <translation>变形</translation>
    </message>
    <message>
      <source>New sprites</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>Play and pause a walk</source>
      <translation>播放和暂停漫步</translation>
    </message>
    <message>
      <source>Reorder a walk</source>
      <translation>调整漫步顺序</translation>
    </message>
    <message>
      <source>S&amp;maller</source>
      <translation>缩小(&amp;M)</translation>
    </message>
    <message>
      <source>Seed {0} and its settings are chosen: N draws it again.</source>
      <translation>已选用种子 {0} 及其设置：按 N 可再画一次。</translation>
    </message>
    <message>
      <source>Shift or Ctrl with arrow keys, Ctrl+Space; Ctrl+A</source>
      <translation>按住 Shift 或 Ctrl 配合方向键，Ctrl+空格；Ctrl+A</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>空格</translation>
    </message>
    <message>
      <source>Space, on the board</source>
      <translation>空格，在图板上</translation>
    </message>
    <message>
      <source>This sprite began with no seed of its own.</source>
      <translation>这个精灵没有自己的种子。</translation>
    </message>
    <message>
      <source>new sprites</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>paste</source>
      <translation>粘贴</translation>
    </message>
  </context>
  <context>
    <name>BoardSending</name>
    <message>
      <source>&amp;Copy recipe</source>
      <translation>复制配方(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Paste recipes, codes or seeds</source>
      <translation>粘贴配方、编码或种子(&amp;P)</translation>
    </message>
    <message>
      <source>Copied seed {0}.</source>
      <translation>已复制种子 {0}。</translation>
    </message>
    <message>
      <source>Copied the recipe of “{0}”.</source>
      <translation>已复制“{0}”的配方。</translation>
    </message>
    <message>
      <source>Copied {0} recipes.</source>
      <translation>已复制 {0} 个配方。</translation>
    </message>
    <message>
      <source>Copy s&amp;eed</source>
      <translation>复制种子(&amp;E)</translation>
    </message>
    <message>
      <source>E&amp;xplore</source>
      <translation>探索(&amp;X)</translation>
    </message>
    <message>
      <source>Import that pack, or choose a pack and paste numbers alone.</source>
      <translation>请导入那个包，或选一个包后只粘贴数值。</translation>
    </message>
    <message>
      <source>Lay &amp;onto the sprite on the canvas</source>
      <translation>叠放到画布的精灵上(&amp;O)</translation>
    </message>
    <message>
      <source>Open as a new sprite of &amp;frames</source>
      <translation>作为多帧的新图像打开(&amp;F)</translation>
    </message>
    <message>
      <source>Open on the Dra&amp;w page</source>
      <translation>在绘画页打开(&amp;W)</translation>
    </message>
    <message>
      <source>Paste it here, or on the Explore page, to bring the sprite back.</source>
      <translation>粘贴到这里或探索页，即可找回这个精灵。</translation>
    </message>
    <message>
      <source>Pasted</source>
      <translation>已粘贴</translation>
    </message>
    <message>
      <source>Put on the &amp;timeline as frames</source>
      <translation>作为帧放到时间轴(&amp;T)</translation>
    </message>
    <message>
      <source>Save as PNG &amp;files…</source>
      <translation>另存为多个 PNG 文件(&amp;F)…</translation>
    </message>
    <message>
      <source>Save as one &amp;sheet…</source>
      <translation>另存为一张精灵表(&amp;S)…</translation>
    </message>
    <message>
      <source>Seed {0}</source>
      <translation>种子 {0}</translation>
    </message>
    <message>
      <source>The canvas is empty: there are no colours to hold to.</source>
      <translation>画布是空的：没有可用的颜色。</translation>
    </message>
    <message>
      <source>There is no pack “{0}” here.</source>
      <translation>这里没有模型包“{0}”。</translation>
    </message>
    <message>
      <source>Use in a &amp;morph</source>
      <translation>用于变形(&amp;M)</translation>
    </message>
    <message>
      <source>paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>sprites</source>
      <translation>精灵</translation>
    </message>
  </context>
  <context>
    <name>BoardSliding</name>
    <message>
      <source>reset</source>
      <translation>重置</translation>
    </message>
  </context>
  <context>
    <name>BoardWalk</name>
    <message>
      <source>The engine sent frames that do not belong to this walk.</source>
      <translation>引擎发来的帧不属于这次漫步。</translation>
    </message>
  </context>
  <context>
    <name>BoardWalking</name>
    <message>
      <source>Drawing the walk…</source>
      <translation>正在绘制漫步…</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>remove the star</source>
      <translation>取消星标</translation>
    </message>
    <message>
      <source>removed the star of “{0}”: Ctrl+Z brings it back</source>
      <translation>已取消“{0}”的星标：Ctrl+Z 可恢复</translation>
    </message>
    <message>
      <source>reorder</source>
      <translation>重新排序</translation>
    </message>
    <message>
      <source>walk</source>
      <translation>漫步</translation>
    </message>
  </context>
  <context>
    <name>CandidateStrip</name>
    <message>
      <source>1  Paint over the part to redraw      2  Press Complete      3  Choose a candidate that appears here</source>
      <translation>1  涂抹要重画的部分      2  按“补全”      3  从这里出现的候选中挑选</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>候选</translation>
    </message>
    <message>
      <source>Copy seed</source>
      <translation>复制种子</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <source>Enter applies, Page Up and Page Down look at others</source>
      <translation>回车应用，Page Up 和 Page Down 查看其他候选</translation>
    </message>
    <message>
      <source>Save as PNG…</source>
      <translation>另存为 PNG…</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>使用这些设置</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
      <source>{0} · Page Down looks at the first</source>
      <translation>{0} · Page Down 查看第一个</translation>
    </message>
  </context>
  <context>
    <name>CandidateTile</name>
    <message>
      <source>, starred</source>
      <translation>，已加星标</translation>
    </message>
    <message>
      <source>Candidate {0}, seed {1}</source>
      <translation>候选 {0}，种子 {1}</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Column {0}, row {1}</source>
      <translation>第 {0} 列，第 {1} 行</translation>
    </message>
  </context>
  <context>
    <name>CanvasDialog</name>
    <message>
      <source>Canvas size</source>
      <translation>画布大小</translation>
    </message>
    <message>
      <source>Stays at</source>
      <translation>固定位置</translation>
    </message>
    <message>
      <source>What is drawn stays at the marked place; what no longer fits is cut off.</source>
      <translation>已画的内容固定在标出的位置；放不下的部分会被裁掉。</translation>
    </message>
    <message>
      <source>bottom</source>
      <translation>下</translation>
    </message>
    <message>
      <source>left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>middle</source>
      <translation>中</translation>
    </message>
    <message>
      <source>right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>top</source>
      <translation>上</translation>
    </message>
  </context>
  <context>
    <name>CardDialog</name>
    <message>
      <source>Edit card</source>
      <translation>编辑卡片</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>许可</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>训练数据</translation>
    </message>
    <message>
      <source>Whoever gets this pack as a file reads this too.</source>
      <translation>拿到这个包文件的人也会看到这些内容。</translation>
    </message>
  </context>
  <context>
    <name>CelEditing</name>
    <message>
      <source>&amp;Clear cels</source>
      <translation>清空单元格(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Link cels</source>
      <translation>链接单元格(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Move cels to the next frame</source>
      <translation>把单元格移到下一帧(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Unlink cels</source>
      <translation>取消链接(&amp;U)</translation>
    </message>
    <message>
      <source>Alt+B makes an empty one.</source>
      <translation>Alt+B 可新建空白帧。</translation>
    </message>
    <message>
      <source>C&amp;opy cels to the next frame</source>
      <translation>把单元格复制到下一帧(&amp;O)</translation>
    </message>
    <message>
      <source>Choose cels of several frames of a layer to link.</source>
      <translation>请选择同一图层多帧的单元格来链接。</translation>
    </message>
    <message>
      <source>Clear cels</source>
      <translation>清空单元格</translation>
    </message>
    <message>
      <source>Copy cels</source>
      <translation>复制单元格</translation>
    </message>
    <message>
      <source>Link cels</source>
      <translation>链接单元格</translation>
    </message>
    <message>
      <source>Move cels</source>
      <translation>移动单元格</translation>
    </message>
    <message>
      <source>No cel that is chosen is linked.</source>
      <translation>所选单元格都没有链接。</translation>
    </message>
    <message>
      <source>There is no frame for the cels to go to.</source>
      <translation>没有可放置这些单元格的帧。</translation>
    </message>
    <message>
      <source>Unlink cels</source>
      <translation>取消链接</translation>
    </message>
    <message>
      <source>What is drawn on one of them is then drawn on all.</source>
      <translation>之后画在其中一个上，就等于画在所有上。</translation>
    </message>
  </context>
  <context>
    <name>CodeChoices</name>
    <message>
      <source>A copied code, numbers with commas between them, a seed, or a picture (Ctrl+V)</source>
      <translation>复制的编码、用逗号分隔的数值、种子或图片（Ctrl+V）</translation>
    </message>
    <message>
      <source>Copy code</source>
      <translation>复制编码</translation>
    </message>
    <message>
      <source>Keep the picture's &amp;colours</source>
      <translation>保留图片的颜色(&amp;C)</translation>
    </message>
    <message>
      <source>Keep the picture's &amp;detail</source>
      <translation>保留图片的细节(&amp;D)</translation>
    </message>
    <message>
      <source>Keeps the code and changes the tag: the same pose, another family and its colours</source>
      <translation>保留编码，更换标签：姿势不变，换成另一类及其颜色</translation>
    </message>
    <message>
      <source>Off: the detail that is likeliest with the numbers as they are</source>
      <translation>关闭：采用这些数值下最可能的细节</translation>
    </message>
    <message>
      <source>Off: the model chooses the colours</source>
      <translation>关闭：由模型选择颜色</translation>
    </message>
    <message>
      <source>Paste code</source>
      <translation>粘贴编码</translation>
    </message>
    <message>
      <source>The numbers as text, so that this picture can be brought back</source>
      <translation>以文本保存数值，日后可找回这张图片</translation>
    </message>
    <message>
      <source>colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>detail</source>
      <translation>细节</translation>
    </message>
    <message>
      <source>tag</source>
      <translation>标签</translation>
    </message>
  </context>
  <context>
    <name>Colouring</name>
    <message>
      <source>&amp;Fill</source>
      <translation>填充(&amp;F)</translation>
    </message>
    <message>
      <source>C&amp;lear</source>
      <translation>清除(&amp;L)</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>No pixel has that colour there.</source>
      <translation>那里没有这种颜色的像素。</translation>
    </message>
    <message>
      <source>Pick it with the eyedropper (I) first.</source>
      <translation>请先用吸管（I）取色。</translation>
    </message>
    <message>
      <source>Replace c&amp;olour…</source>
      <translation>替换颜色(&amp;O)…</translation>
    </message>
    <message>
      <source>Replace colour</source>
      <translation>替换颜色</translation>
    </message>
  </context>
  <context>
    <name>CommandList</name>
    <message>
      <source>Always this key</source>
      <translation>固定按键</translation>
    </message>
    <message>
      <source>Chosen by you; usually: {0}</source>
      <translation>由您选定；默认：{0}</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Commands and their keys</source>
      <translation>命令及其按键</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>{0} ({1})</source>
      <translation>{0}（{1}）</translation>
    </message>
  </context>
  <context>
    <name>CompletePanel</name>
    <message>
      <source>Candidates</source>
      <translation>候选</translation>
    </message>
    <message>
      <source>Draw only with colours that are visible on the sprite</source>
      <translation>只用精灵上可见的颜色绘制</translation>
    </message>
    <message>
      <source>Keep to this sprite's colours</source>
      <translation>仅用本精灵的颜色</translation>
    </message>
    <message>
      <source>Low: the likeliest pixels. High: surprises.</source>
      <translation>低：最可能的像素。高：出人意料。</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Number of candidates</source>
      <translation>候选数量</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Start an empty sprite and let the model draw all of it</source>
      <translation>新建空白精灵，由模型画出全部</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <source>The palette is locked: the model keeps to it</source>
      <translation>调色板已锁定：模型只用其中的颜色</translation>
    </message>
  </context>
  <context>
    <name>Completion</name>
    <message>
      <source>The engine sent a result that does not belong to this sprite.</source>
      <translation>引擎发来的结果不属于这个精灵。</translation>
    </message>
  </context>
  <context>
    <name>ConfigForm</name>
    <message>
      <source>A number, please.</source>
      <translation>请输入数字。</translation>
    </message>
    <message>
      <source>A whole number, please.</source>
      <translation>请输入整数。</translation>
    </message>
    <message>
      <source>Back to {0}</source>
      <translation>恢复为 {0}</translation>
    </message>
  </context>
  <context>
    <name>Copying</name>
    <message>
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>Copy &amp;merged</source>
      <translation>合并复制(&amp;M)</translation>
    </message>
    <message>
      <source>Copy one first, here or elsewhere.</source>
      <translation>请先在这里或别处复制一张图片。</translation>
    </message>
    <message>
      <source>Ctrl+Z, then C for a larger canvas, keeps all of it.</source>
      <translation>按 Ctrl+Z，再按 C 放大画布，即可全部保留。</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <source>Draw on this layer, or choose another.</source>
      <translation>请在此图层上作画，或选择另一图层。</translation>
    </message>
    <message>
      <source>Merge some first.</source>
      <translation>请先合并几个。</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Pasted</source>
      <translation>已粘贴</translation>
    </message>
    <message>
      <source>The picture is {0}×{1} and was cut off at the edges.</source>
      <translation>图片为 {0}×{1}，边缘已被裁掉。</translation>
    </message>
    <message>
      <source>There is no picture to paste.</source>
      <translation>没有可粘贴的图片。</translation>
    </message>
    <message>
      <source>There is no room for another layer.</source>
      <translation>图层已满，无法再添加。</translation>
    </message>
    <message>
      <source>There is nothing to copy.</source>
      <translation>没有可复制的内容。</translation>
    </message>
  </context>
  <context>
    <name>DataPanel</name>
    <message>
      <source>All frames</source>
      <translation>所有帧</translation>
    </message>
    <message>
      <source>Animations</source>
      <translation>动画</translation>
    </message>
    <message>
      <source>As it lies</source>
      <translation>保持原样</translation>
    </message>
    <message>
      <source>Aseprite files</source>
      <translation>Aseprite 文件</translation>
    </message>
    <message>
      <source>Cell height, px</source>
      <translation>单元格高度（像素）</translation>
    </message>
    <message>
      <source>Centre and cut</source>
      <translation>居中并裁切</translation>
    </message>
    <message>
      <source>Centre and scale</source>
      <translation>居中并缩放</translation>
    </message>
    <message>
      <source>Chinese: at most</source>
      <translation>中文：最多字数</translation>
    </message>
    <message>
      <source>Chinese: characters at least</source>
      <translation>中文：最少字数</translation>
    </message>
    <message>
      <source>Cut sheets: cell width, px</source>
      <translation>切分精灵表：单元格宽度（像素）</translation>
    </message>
    <message>
      <source>Each layer</source>
      <translation>每个图层</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>文件…</translation>
    </message>
    <message>
      <source>First frame</source>
      <translation>第一帧</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>适配</translation>
    </message>
    <message>
      <source>Flattened</source>
      <translation>合并图层</translation>
    </message>
    <message>
      <source>Folder…</source>
      <translation>文件夹…</translation>
    </message>
    <message>
      <source>How lines are read</source>
      <translation>如何读取诗句</translation>
    </message>
    <message>
      <source>How pictures are read</source>
      <translation>如何读取图片</translation>
    </message>
    <message>
      <source>Keep duplicates</source>
      <translation>保留重复项</translation>
    </message>
    <message>
      <source>Latin letters: at most</source>
      <translation>拉丁文：最多字符数</translation>
    </message>
    <message>
      <source>Latin letters: characters at least</source>
      <translation>拉丁文：最少字符数</translation>
    </message>
    <message>
      <source>Split Chinese lines at their marks</source>
      <translation>在标点处拆分中文诗句</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} 等，另有 {1} 个</translation>
    </message>
    <message>
      <source>{0} changed</source>
      <translation>已改 {0} 项</translation>
    </message>
  </context>
  <context>
    <name>DataReportView</name>
    <message>
      <source>Files with what is wrong</source>
      <translation>有问题的文件</translation>
    </message>
    <message>
      <source>Looking at the files…</source>
      <translation>正在查看文件…</translation>
    </message>
    <message>
      <source>Progress of the check</source>
      <translation>检查进度</translation>
    </message>
    <message>
      <source>What is wrong, file by file</source>
      <translation>各文件的问题</translation>
    </message>
  </context>
  <context>
    <name>DirectionList</name>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Move a slider, then name the move: it becomes a slider.</source>
      <translation>移动滑块，再为这一步命名：它就成为一个滑块。</translation>
    </message>
    <message>
      <source>Name this move…</source>
      <translation>为这一步命名…</translation>
    </message>
    <message>
      <source>Named</source>
      <translation>已命名</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <source>Save the way from where you began to here as a direction of its own</source>
      <translation>把从起点到这里的路径存为一个方向</translation>
    </message>
    <message>
      <source>Ten more numbers: each matters less than those above</source>
      <translation>再显示十个数值：越往后影响越小</translation>
    </message>
  </context>
  <context>
    <name>DirectionNameDialog</name>
    <message>
      <source>Name of the direction</source>
      <translation>方向的名称</translation>
    </message>
    <message>
      <source>There is a direction “{0}” already.</source>
      <translation>已有名为“{0}”的方向。</translation>
    </message>
  </context>
  <context>
    <name>DirectionRow</name>
    <message>
      <source>Back to its own value</source>
      <translation>恢复自身的值</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Its own value is {0} standard deviations; a double click goes back to it.</source>
      <translation>它自身的值是 {0} 个标准差；双击可恢复。</translation>
    </message>
    <message>
      <source>Name this direction…</source>
      <translation>为这个方向命名…</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>重命名…</translation>
    </message>
  </context>
  <context>
    <name>DirectionSlider</name>
    <message>
      <source>Double click: back to its own value</source>
      <translation>双击：恢复自身的值</translation>
    </message>
  </context>
  <context>
    <name>DrawPage</name>
    <message>
      <source>&amp;Complete</source>
      <translation>补全(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Larger brush</source>
      <translation>增大画笔(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>Cancel, or back to the &amp;original</source>
      <translation>取消，或回到原图(&amp;O)</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>Compare with the original</source>
      <translation>与原图对比</translation>
    </message>
    <message>
      <source>Ctrl+Z takes it back.</source>
      <translation>Ctrl+Z 可撤销。</translation>
    </message>
    <message>
      <source>Draw from &amp;nothing</source>
      <translation>从空白绘制(&amp;N)</translation>
    </message>
    <message>
      <source>Draw the selected pixels</source>
      <translation>绘制选区内的像素</translation>
    </message>
    <message>
      <source>Laid “{0}” on the middle.</source>
      <translation>已把“{0}”叠放到中央。</translation>
    </message>
    <message>
      <source>Laid “{0}” on the selected part.</source>
      <translation>已把“{0}”叠放到选区。</translation>
    </message>
    <message>
      <source>Lay {0} onto it</source>
      <translation>叠放 {0}</translation>
    </message>
    <message>
      <source>M&amp;odel</source>
      <translation>模型(&amp;O)</translation>
    </message>
    <message>
      <source>New sprite</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>No pack completes sprites yet.</source>
      <translation>还没有能补全精灵的模型包。</translation>
    </message>
    <message>
      <source>Nothing changed: the sprite looks like that already, or the selection keeps it out.</source>
      <translation>没有变化：精灵已经是这样，或被选区挡住了。</translation>
    </message>
    <message>
      <source>Nothing is selected yet.</source>
      <translation>还没有选区。</translation>
    </message>
    <message>
      <source>Page Down looks at the first one, Enter applies.</source>
      <translation>Page Down 查看第一个，回车应用。</translation>
    </message>
    <message>
      <source>Palette: select more, move</source>
      <translation>调色板：多选、移动</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>S&amp;maller brush</source>
      <translation>减小画笔(&amp;M)</translation>
    </message>
    <message>
      <source>The model draws in the selection: paint over a part (K), or press Ctrl+A to redraw all.</source>
      <translation>模型在选区内绘制：涂抹一部分（K），或按 Ctrl+A 全部重画。</translation>
    </message>
    <message>
      <source>The model is drawing…</source>
      <translation>模型正在绘制…</translation>
    </message>
    <message>
      <source>Train one on the Train page, or drop an .svpack file anywhere on this window.</source>
      <translation>请在训练页训练一个，或把 .svpack 文件拖到窗口任意处。</translation>
    </message>
    <message>
      <source>Use as the &amp;last picture of a morph</source>
      <translation>用作变形的最后一张图(&amp;L)</translation>
    </message>
    <message>
      <source>Use as the f&amp;irst picture of a morph</source>
      <translation>用作变形的第一张图(&amp;I)</translation>
    </message>
    <message>
      <source>Waiting for the engine to start…</source>
      <translation>正在等待引擎启动…</translation>
    </message>
    <message>
      <source>hold Ctrl or Shift; Alt and arrow keys</source>
      <translation>按住 Ctrl 或 Shift；Alt 加方向键</translation>
    </message>
    <message>
      <source>hold \</source>
      <translation>按住 \</translation>
    </message>
    <message>
      <source>{0} (recovered)</source>
      <translation>{0}（已恢复）</translation>
    </message>
    <message>
      <source>{0} candidates.</source>
      <translation>{0} 个候选。</translation>
    </message>
  </context>
  <context>
    <name>DrawingCommands</name>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Select</source>
      <translation>选区(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>. or Insert; again to end a shape</source>
      <translation>. 或 Insert；再按一次结束形状</translation>
    </message>
    <message>
      <source>Any tool: move what is selected</source>
      <translation>任何工具：移动选中的内容</translation>
    </message>
    <message>
      <source>Drawing tools: pick a colour</source>
      <translation>绘画工具：取色</translation>
    </message>
    <message>
      <source>Move the pixel cursor</source>
      <translation>移动像素光标</translation>
    </message>
    <message>
      <source>Move the view</source>
      <translation>移动视图</translation>
    </message>
    <message>
      <source>Pencil: straight line from the last stroke</source>
      <translation>铅笔：从上一笔画直线</translation>
    </message>
    <message>
      <source>S&amp;prite</source>
      <translation>精灵(&amp;P)</translation>
    </message>
    <message>
      <source>S&amp;wap colours</source>
      <translation>交换颜色(&amp;W)</translation>
    </message>
    <message>
      <source>Select: add, take away, keep both</source>
      <translation>选区：添加、减去、取交集</translation>
    </message>
    <message>
      <source>Shapes: square, circle, diagonal</source>
      <translation>形状：正方形、圆、斜线</translation>
    </message>
    <message>
      <source>Use the tool there</source>
      <translation>在该处使用工具</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>arrow keys, Shift for 8 pixels</source>
      <translation>方向键，加 Shift 移动 8 像素</translation>
    </message>
    <message>
      <source>hold Alt</source>
      <translation>按住 Alt</translation>
    </message>
    <message>
      <source>hold Ctrl</source>
      <translation>按住 Ctrl</translation>
    </message>
    <message>
      <source>hold Shift</source>
      <translation>按住 Shift</translation>
    </message>
    <message>
      <source>hold Shift, Alt+Shift, Ctrl+Shift</source>
      <translation>按住 Shift、Alt+Shift、Ctrl+Shift</translation>
    </message>
    <message>
      <source>hold Space, or the middle button</source>
      <translation>按住空格，或鼠标中键</translation>
    </message>
    <message>
      <source>wheel</source>
      <translation>滚轮</translation>
    </message>
  </context>
  <context>
    <name>DropHint</name>
    <message>
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Drop a folder of sprites here, or verse</source>
      <translation>把精灵文件夹或诗句拖到这里</translation>
    </message>
    <message>
      <source>Some 40 to 5,000 pictures of one kind: PNG, GIF, WebP, sheets, Aseprite files. Or some thousand lines of verse: text files, a line to a line. They are looked at first, and nothing in the folder is ever changed. Then a model of your own learns from them, on this computer alone.</source>
      <translation>约 40 到 5,000 张同类图片：PNG、GIF、WebP、精灵表、Aseprite 文件。或数千行诗句：文本文件，每行一句。会先检查一遍，绝不改动文件夹里的任何内容。然后只在这台电脑上，由您自己的模型学习它们。</translation>
    </message>
  </context>
  <context>
    <name>DurationDialog</name>
    <message>
      <source> ms</source>
      <translation> 毫秒</translation>
    </message>
    <message>
      <source>&amp;Duration</source>
      <translation>时长(&amp;D)</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>时长</translation>
    </message>
    <message>
      <source>Duration of a frame</source>
      <translation>一帧的时长</translation>
    </message>
    <message>
      <source>Duration of frames</source>
      <translation>各帧的时长</translation>
    </message>
    <message>
      <source>Of each of the {0} chosen frames.</source>
      <translation>所选 {0} 帧各自的时长。</translation>
    </message>
    <message>
      <source>{0} frames a second. GIF counts in 10 ms.</source>
      <translation>每秒 {0} 帧。GIF 以 10 毫秒为单位。</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>Press Restart; if that does not help, install again.</source>
      <translation>请按“重新启动”；若仍不行，请重新安装。</translation>
    </message>
    <message>
      <source>The engine stopped while it was drawing.</source>
      <translation>引擎在绘制时停止了。</translation>
    </message>
    <message>
      <source>The engine that runs the models does not start.</source>
      <translation>运行模型的引擎无法启动。</translation>
    </message>
    <message>
      <source>Your sprite is safe. The engine starts again by itself.</source>
      <translation>您的精灵安然无恙。引擎会自动重新启动。</translation>
    </message>
  </context>
  <context>
    <name>Exchange</name>
    <message>
      <source>Copied seed {0}.</source>
      <translation>已复制种子 {0}。</translation>
    </message>
    <message>
      <source>Copied the code.</source>
      <translation>已复制编码。</translation>
    </message>
    <message>
      <source>Copied the picture.</source>
      <translation>已复制图片。</translation>
    </message>
    <message>
      <source>Paste it here to bring this picture back.</source>
      <translation>粘贴到这里即可找回这张图片。</translation>
    </message>
    <message>
      <source>Pasted code</source>
      <translation>粘贴的编码</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>粘贴的图片</translation>
    </message>
  </context>
  <context>
    <name>ExploreHint</name>
    <message>
      <source>Drop a picture here</source>
      <translation>把图片拖到这里</translation>
    </message>
    <message>
      <source>From the canvas</source>
      <translation>取自画布</translation>
    </message>
    <message>
      <source>New pictures</source>
      <translation>新图片</translation>
    </message>
    <message>
      <source>No pack explores pictures yet</source>
      <translation>还没有能探索图片的模型包</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>The model reads it as a few numbers. Each becomes a slider: move one, and see what the picture would be then. Or begin with pictures that the model makes up.</source>
      <translation>模型把它读成几个数值，每个数值成为一个滑块：移动滑块，看图片会变成什么样。也可以从模型创作的图片开始。</translation>
    </message>
  </context>
  <context>
    <name>ExplorePage</name>
    <message>
      <source>&amp;Back to the picture's own code</source>
      <translation>恢复图片自身的编码(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Copy the picture</source>
      <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;New pictures</source>
      <translation>新图片(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Open a picture…</source>
      <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Paste a code, a seed or a picture</source>
      <translation>粘贴编码、种子或图片(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Save as PNG…</source>
      <translation>另存为 PNG(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Take the sprite on the canvas</source>
      <translation>取用画布上的精灵(&amp;T)</translation>
    </message>
    <message>
      <source>0, or a double click</source>
      <translation>0，或双击</translation>
    </message>
    <message>
      <source>Back to the picture's own value</source>
      <translation>恢复图片自身的值</translation>
    </message>
    <message>
      <source>Cance&amp;l</source>
      <translation>取消(&amp;L)</translation>
    </message>
    <message>
      <source>Copy the co&amp;de</source>
      <translation>复制编码(&amp;D)</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>绘画</translation>
    </message>
    <message>
      <source>E&amp;xplore</source>
      <translation>探索(&amp;X)</translation>
    </message>
    <message>
      <source>F2, Del on its slider</source>
      <translation>F2、Del，在其滑块上</translation>
    </message>
    <message>
      <source>From the canvas</source>
      <translation>取自画布</translation>
    </message>
    <message>
      <source>Go through the random pictures</source>
      <translation>浏览随机图片</translation>
    </message>
    <message>
      <source>Morph</source>
      <translation>变形</translation>
    </message>
    <message>
      <source>Move the point of the pad</source>
      <translation>移动平面上的点</translation>
    </message>
    <message>
      <source>New sprite</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>No pack explores pictures yet.</source>
      <translation>还没有能探索图片的模型包。</translation>
    </message>
    <message>
      <source>Open on the Dra&amp;w page</source>
      <translation>在绘画页打开(&amp;W)</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Reading {0}…</source>
      <translation>正在读取 {0}…</translation>
    </message>
    <message>
      <source>Rename, delete a named direction</source>
      <translation>重命名、删除已命名的方向</translation>
    </message>
    <message>
      <source>Train one on the Train page, or drop an .svpack file anywhere on this window.</source>
      <translation>请在训练页训练一个，或把 .svpack 文件拖到窗口任意处。</translation>
    </message>
    <message>
      <source>Unlike the pack's pictures: {0:.1f} × as far as usual</source>
      <translation>与该包的图片不像：距离是平常的 {0:.1f} 倍</translation>
    </message>
    <message>
      <source>Use in a &amp;morph</source>
      <translation>用于变形(&amp;M)</translation>
    </message>
    <message>
      <source>Why a &amp;VAE?</source>
      <translation>为什么用 VAE(&amp;V)？</translation>
    </message>
    <message>
      <source>Why a VAE?</source>
      <translation>为什么用 VAE？</translation>
    </message>
    <message>
      <source>arrow keys, Enter explores</source>
      <translation>方向键，回车开始探索</translation>
    </message>
    <message>
      <source>arrow keys, Shift for a whole picture</source>
      <translation>方向键，加 Shift 移动一整张图片</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>原样</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>已改动</translation>
    </message>
    <message>
      <source>reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>{0} and {1}</source>
      <translation>{0} 和 {1}</translation>
    </message>
  </context>
  <context>
    <name>Exploring</name>
    <message>
      <source>The engine sent an answer that does not belong to this picture.</source>
      <translation>引擎发来的回答不属于这张图片。</translation>
    </message>
    <message>
      <source>another picture</source>
      <translation>另一张图片</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>One moment…</source>
      <translation>请稍候…</translation>
    </message>
  </context>
  <context>
    <name>ExportFoot</name>
    <message>
      <source>To the canvas</source>
      <translation>到画布</translation>
    </message>
    <message>
      <source>To the timeline</source>
      <translation>到时间轴</translation>
    </message>
  </context>
  <context>
    <name>ExportWriting</name>
    <message>
      <source>Choose again…</source>
      <translation>重新选择…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Exported {0}.</source>
      <translation>已导出 {0}。</translation>
    </message>
    <message>
      <source>Writing {0}…</source>
      <translation>正在写入 {0}…</translation>
    </message>
    <message>
      <source>{0} are there already. Replace them?</source>
      <translation>{0} 已存在。要替换吗？</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
    <message>
      <source>“{0}” is the drawing itself. Choose another name for what is exported.</source>
      <translation>“{0}”就是这幅画本身。请为导出的文件换一个名字。</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>&amp;Export sprite sheet…</source>
      <translation>导出精灵表(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Repeat the last export</source>
      <translation>重复上次导出(&amp;R)</translation>
    </message>
    <message>
      <source>All frames on one picture, with a file for the game engine</source>
      <translation>所有帧排在一张图上，并附游戏引擎所需的文件</translation>
    </message>
    <message>
      <source>Ctrl+E exports a sheet.</source>
      <translation>按 Ctrl+E 导出精灵表。</translation>
    </message>
    <message>
      <source>Export &amp;animation or picture…</source>
      <translation>导出动画或图片(&amp;A)…</translation>
    </message>
    <message>
      <source>GIF, animated PNG, WebP, PNG or Aseprite’s file, with a preview of what will be written</source>
      <translation>GIF、动态 PNG、WebP、PNG 或 Aseprite 文件，并预览将要写出的内容</translation>
    </message>
    <message>
      <source>Nothing of this drawing was exported yet.</source>
      <translation>这幅画还没有导出过。</translation>
    </message>
    <message>
      <source>Write the same files again, with the same settings</source>
      <translation>用同样的设置再次写出同样的文件</translation>
    </message>
  </context>
  <context>
    <name>FamilyForms</name>
    <message>
      <source>Attention heads</source>
      <translation>注意力头数</translation>
    </message>
    <message>
      <source>Averaging of weights</source>
      <translation>权重平均</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>单元数</translation>
    </message>
    <message>
      <source>Cells that read</source>
      <translation>读取单元数</translation>
    </message>
    <message>
      <source>Cells that write</source>
      <translation>写出单元数</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>通道数</translation>
    </message>
    <message>
      <source>Channels at full size</source>
      <translation>全尺寸通道数</translation>
    </message>
    <message>
      <source>Channels of context</source>
      <translation>上下文通道数</translation>
    </message>
    <message>
      <source>Channels of detail</source>
      <translation>细节通道数</translation>
    </message>
    <message>
      <source>Colour clusters</source>
      <translation>颜色聚类数</translation>
    </message>
    <message>
      <source>Colour embedding</source>
      <translation>颜色嵌入维数</translation>
    </message>
    <message>
      <source>Components of the mixture</source>
      <translation>混合分量数</translation>
    </message>
    <message>
      <source>Cycles of the KL term</source>
      <translation>KL 项周期数</translation>
    </message>
    <message>
      <source>Dropout</source>
      <translation>随机失活</translation>
    </message>
    <message>
      <source>Dropped in reading</source>
      <translation>读取时丢弃</translation>
    </message>
    <message>
      <source>Embedding of a piece</source>
      <translation>词元嵌入维数</translation>
    </message>
    <message>
      <source>End within, minutes</source>
      <translation>最长时间（分钟）</translation>
    </message>
    <message>
      <source>Epochs between checks</source>
      <translation>检查间隔（轮）</translation>
    </message>
    <message>
      <source>Free nats of a number</source>
      <translation>每个数值的自由纳特</translation>
    </message>
    <message>
      <source>Gradient penalty</source>
      <translation>梯度惩罚</translation>
    </message>
    <message>
      <source>Hidden in writing</source>
      <translation>写出时隐去</translation>
    </message>
    <message>
      <source>Largest gradient</source>
      <translation>梯度上限</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>镜像</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Noise at first</source>
      <translation>起始噪声</translation>
    </message>
    <message>
      <source>Noise in the end</source>
      <translation>结束噪声</translation>
    </message>
    <message>
      <source>Numbers of a code</source>
      <translation>编码的数值个数</translation>
    </message>
    <message>
      <source>Patience, checks</source>
      <translation>耐心（检查次数）</translation>
    </message>
    <message>
      <source>Pictures with a hole</source>
      <translation>带空洞的图片</translation>
    </message>
    <message>
      <source>Pieces of words</source>
      <translation>词元数</translation>
    </message>
    <message>
      <source>Rotate hues</source>
      <translation>旋转色相</translation>
    </message>
    <message>
      <source>Seconds between saves</source>
      <translation>保存间隔（秒）</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Share of it when going on</source>
      <translation>续训时的比例</translation>
    </message>
    <message>
      <source>Share without KL</source>
      <translation>无 KL 的比例</translation>
    </message>
    <message>
      <source>Shift, px</source>
      <translation>平移（像素）</translation>
    </message>
    <message>
      <source>Side of the square, px</source>
      <translation>方块边长（像素）</translation>
    </message>
    <message>
      <source>Steps per penalty</source>
      <translation>每隔几步惩罚</translation>
    </message>
    <message>
      <source>Steps to half of it</source>
      <translation>减半所需步数</translation>
    </message>
    <message>
      <source>Tags from sub-folders</source>
      <translation>以子文件夹为标签</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>旋转</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>权重衰减</translation>
    </message>
    <message>
      <source>Weight of the KL terms</source>
      <translation>KL 项权重</translation>
    </message>
    <message>
      <source>Written without code</source>
      <translation>不用编码写出</translation>
    </message>
    <message>
      <source>{0} changed</source>
      <translation>已改 {0} 项</translation>
    </message>
  </context>
  <context>
    <name>FamilyWords</name>
    <message>
      <source>Completes sprites</source>
      <translation>补全精灵</translation>
    </message>
    <message>
      <source>Draw with this pack</source>
      <translation>用这个包绘画</translation>
    </message>
    <message>
      <source>Draws the way from one picture to another, and new pictures between those it has seen.</source>
      <translation>画出一张图到另一张图的过程，以及所见图片之间的新图片。</translation>
    </message>
    <message>
      <source>Draws what you mask on a sprite, so that it fits the rest.</source>
      <translation>画出精灵上蒙版的部分，与其余部分协调。</translation>
    </message>
    <message>
      <source>Make sprites with this pack</source>
      <translation>用这个包创作精灵</translation>
    </message>
    <message>
      <source>Makes fresh sprites</source>
      <translation>创作全新精灵</translation>
    </message>
    <message>
      <source>Makes up whole sprites. It begins with a pack that morphs pictures of the same size.</source>
      <translation>创作完整的精灵。以能变形同尺寸图片的包为起点。</translation>
    </message>
    <message>
      <source>Morph and explore with this pack</source>
      <translation>用这个包变形和探索</translation>
    </message>
    <message>
      <source>Morphs and explores pictures</source>
      <translation>变形和探索图片</translation>
    </message>
    <message>
      <source>To complete sprites</source>
      <translation>补全精灵</translation>
    </message>
    <message>
      <source>To make fresh sprites</source>
      <translation>创作全新精灵</translation>
    </message>
    <message>
      <source>To morph and explore pictures</source>
      <translation>变形和探索图片</translation>
    </message>
    <message>
      <source>To write verse</source>
      <translation>写诗</translation>
    </message>
    <message>
      <source>Try it on the Morph page</source>
      <translation>在变形页试用</translation>
    </message>
    <message>
      <source>Try it on the Verse page</source>
      <translation>在诗页试用</translation>
    </message>
    <message>
      <source>Try it on the board</source>
      <translation>在图板上试用</translation>
    </message>
    <message>
      <source>Try it on the canvas</source>
      <translation>在画布上试用</translation>
    </message>
    <message>
      <source>Use it on the Draw page</source>
      <translation>在绘画页使用</translation>
    </message>
    <message>
      <source>Use it on the Morph page</source>
      <translation>在变形页使用</translation>
    </message>
    <message>
      <source>Use it on the Verse page</source>
      <translation>在诗页使用</translation>
    </message>
    <message>
      <source>Use it on the board</source>
      <translation>在图板上使用</translation>
    </message>
    <message>
      <source>Write with this pack</source>
      <translation>用这个包写诗</translation>
    </message>
    <message>
      <source>Writes the lines between two lines of verse. It learns from text files, a line to a line.</source>
      <translation>在两行诗句之间续写。用文本文件学习，每行一句。</translation>
    </message>
    <message>
      <source>Writes verse</source>
      <translation>写诗</translation>
    </message>
    <message>
      <source>bits per pixel</source>
      <translation>比特/像素</translation>
    </message>
    <message>
      <source>critic's loss, KID held out</source>
      <translation>评判器损失、留出 KID</translation>
    </message>
    <message>
      <source>nats per line</source>
      <translation>纳特/行</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>Size of what is exported: every pixel becomes a square of so many</source>
      <translation>导出尺寸：每个像素放大成这么大的方块</translation>
    </message>
  </context>
  <context>
    <name>FigureWords</name>
    <message>
      <source>a box inside {0:.3f}</source>
      <translation>内部方框 {0:.3f}</translation>
    </message>
    <message>
      <source>all hidden {0:.3f}</source>
      <translation>全部隐去 {0:.3f}</translation>
    </message>
    <message>
      <source>choice of colours {0:.1f} nats</source>
      <translation>颜色选择 {0:.1f} 纳特</translation>
    </message>
    <message>
      <source>drawn as they were {1:.1f} % of pixels</source>
      <translation>{1:.1f} % 的像素画得与原图一致</translation>
    </message>
    <message>
      <source>in the detail {0:.1f} nats</source>
      <translation>细节 {0:.1f} 纳特</translation>
    </message>
    <message>
      <source>in the numbers {0:.1f} nats</source>
      <translation>数值 {0:.1f} 纳特</translation>
    </message>
    <message>
      <source>lower half {0:.3f}</source>
      <translation>下半部 {0:.3f}</translation>
    </message>
    <message>
      <source>lower three quarters {0:.3f}</source>
      <translation>下方四分之三 {0:.3f}</translation>
    </message>
    <message>
      <source>minus ELBO {0:.3f}</source>
      <translation>负 ELBO {0:.3f}</translation>
    </message>
    <message>
      <source>the code {0:.1f} nats</source>
      <translation>编码 {0:.1f} 纳特</translation>
    </message>
    <message>
      <source>the line told its code {0:.1f} nats</source>
      <translation>诗句告诉编码 {0:.1f} 纳特</translation>
    </message>
    <message>
      <source>{1:.0f} % of the numbers in use</source>
      <translation>{1:.0f} % 的数值在用</translation>
    </message>
    <message>
      <source>{1:.1f} % of lines given back whole</source>
      <translation>{1:.1f} % 的诗句完整还原</translation>
    </message>
    <message>
      <source>{1:.1f} % of the figure's</source>
      <translation>图形的 {1:.1f} %</translation>
    </message>
    <message>
      <source>{1:.1f} % of their pieces</source>
      <translation>其词元的 {1:.1f} %</translation>
    </message>
  </context>
  <context>
    <name>FileCommands</name>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;New…</source>
      <translation>新建(&amp;N)…</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <source>Open &amp;recent</source>
      <translation>打开最近文件(&amp;R)</translation>
    </message>
    <message>
      <source>Open a sa&amp;mple</source>
      <translation>打开示例(&amp;M)</translation>
    </message>
    <message>
      <source>Save &amp;as project…</source>
      <translation>另存为工程(&amp;A)…</translation>
    </message>
    <message>
      <source>Save as &amp;PNG…</source>
      <translation>另存为 PNG(&amp;P)…</translation>
    </message>
  </context>
  <context>
    <name>FileRow</name>
    <message>
      <source>Choose another file</source>
      <translation>选择另一个文件</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Export to</source>
      <translation>导出到</translation>
    </message>
    <message>
      <source>There already: {0}</source>
      <translation>已存在：{0}</translation>
    </message>
    <message>
      <source>Writes {0}</source>
      <translation>写出 {0}</translation>
    </message>
    <message>
      <source>into {0}</source>
      <translation>位于 {0}</translation>
    </message>
  </context>
  <context>
    <name>Files</name>
    <message>
      <source>New sprite</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>Nothing here yet</source>
      <translation>这里还没有内容</translation>
    </message>
    <message>
      <source>Open a sprite</source>
      <translation>打开精灵</translation>
    </message>
    <message>
      <source>Packs draw best at their own size, which is suggested here.</source>
      <translation>模型包在自身的尺寸下画得最好，这里给出的就是它。</translation>
    </message>
    <message>
      <source>Sprites (*.sprv *.aseprite *.ase *.png *.apng *.gif *.webp *.bmp *.jpg *.jpeg);;All files (*)</source>
      <translation>精灵 (*.sprv *.aseprite *.ase *.png *.apng *.gif *.webp *.bmp *.jpg *.jpeg);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Take {0}</source>
      <translation>取用 {0}</translation>
    </message>
    <message>
      <source>The rest is here; save it under another name.</source>
      <translation>其余的都在这里；请另存为别的名称。</translation>
    </message>
    <message>
      <source>This sprite</source>
      <translation>这个精灵</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>未保存的更改</translation>
    </message>
    <message>
      <source>{0} has unsaved changes. Save them?</source>
      <translation>{0} 有未保存的更改。要保存吗？</translation>
    </message>
  </context>
  <context>
    <name>FilmStrip</name>
    <message>
      <source>Step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>What it draws</source>
      <translation>它画的内容</translation>
    </message>
    <message>
      <source>What the training draws</source>
      <translation>训练画出的内容</translation>
    </message>
    <message>
      <source>no picture yet</source>
      <translation>还没有图片</translation>
    </message>
    <message>
      <source>step {0}</source>
      <translation>第 {0} 步</translation>
    </message>
    <message>
      <source>step {0}, the newest</source>
      <translation>第 {0} 步，最新</translation>
    </message>
  </context>
  <context>
    <name>FoundPanel</name>
    <message>
      <source>Fresh lines</source>
      <translation>新诗句</translation>
    </message>
    <message>
      <source>Fresh lines come from random codes; neighbours are what lies round the line you are at.</source>
      <translation>新诗句来自随机编码；近邻是当前这行周围的诗句。</translation>
    </message>
    <message>
      <source>Lines found</source>
      <translation>找到的诗句</translation>
    </message>
    <message>
      <source>Lines to pick from</source>
      <translation>可挑选的诗句</translation>
    </message>
    <message>
      <source>Near “{0}”</source>
      <translation>“{0}”附近</translation>
    </message>
    <message>
      <source>seed {0}</source>
      <translation>种子 {0}</translation>
    </message>
    <message>
      <source>{0}  (already written)</source>
      <translation>{0}  （已有人写过）</translation>
    </message>
  </context>
  <context>
    <name>FrameHeader</name>
    <message>
      <source>Frames</source>
      <translation>帧</translation>
    </message>
  </context>
  <context>
    <name>FrameStrip</name>
    <message>
      <source>Frames</source>
      <translation>帧</translation>
    </message>
  </context>
  <context>
    <name>FrameTaking</name>
    <message>
      <source>Ctrl+Z takes them back.</source>
      <translation>按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
      <source>Open them as an animation of their own instead.</source>
      <translation>请改为作为单独的动画打开。</translation>
    </message>
    <message>
      <source>Take {0}</source>
      <translation>取用 {0}</translation>
    </message>
    <message>
      <source>The sprite has no room for {0} more frames.</source>
      <translation>这个图像放不下另外 {0} 帧。</translation>
    </message>
    <message>
      <source>{0} frames are on the timeline, tagged “{1}”.</source>
      <translation>时间轴上新增 {0} 帧，标签为“{1}”。</translation>
    </message>
  </context>
  <context>
    <name>FrameWords</name>
    <message>
      <source>Frame {0} of {1}</source>
      <translation>第 {0} 帧，共 {1} 帧</translation>
    </message>
    <message>
      <source>It knows pictures like these.</source>
      <translation>它熟悉这样的图片。</translation>
    </message>
    <message>
      <source>key pictures exact</source>
      <translation>关键图片精确</translation>
    </message>
    <message>
      <source>rough so far</source>
      <translation>目前粗略</translation>
    </message>
    <message>
      <source>{0} % of the way from “{1}” to “{2}”</source>
      <translation>从“{1}”到“{2}”的 {0} %</translation>
    </message>
    <message>
      <source>“{0}”</source>
      <translation>“{0}”</translation>
    </message>
    <message>
      <source>“{0}” is unlike them: expect rough frames near it.</source>
      <translation>“{0}”与它们不像：其附近的帧可能粗糙。</translation>
    </message>
    <message>
      <source>“{0}” is very unlike them, {1} times as far as usual: expect rough frames near it.</source>
      <translation>“{0}”与它们很不像，距离是平常的 {1} 倍：其附近的帧可能粗糙。</translation>
    </message>
  </context>
  <context>
    <name>Framing</name>
    <message>
      <source>&amp;Delete frames</source>
      <translation>删除帧(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;First frame</source>
      <translation>第一帧(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;New frame</source>
      <translation>新建帧(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Previous frame</source>
      <translation>上一帧(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Reverse frames</source>
      <translation>反转帧(&amp;R)</translation>
    </message>
    <message>
      <source>A sprite has at most {0} frames.</source>
      <translation>一个精灵最多 {0} 帧。</translation>
    </message>
    <message>
      <source>Choose fewer, or start a new sprite with Ctrl+N.</source>
      <translation>请少选一些，或按 Ctrl+N 新建精灵。</translation>
    </message>
    <message>
      <source>Choose several frames to reverse.</source>
      <translation>请选择多帧来反转。</translation>
    </message>
    <message>
      <source>D&amp;uration…</source>
      <translation>时长(&amp;U)…</translation>
    </message>
    <message>
      <source>Delete frames</source>
      <translation>删除帧</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>时长</translation>
    </message>
    <message>
      <source>La&amp;st frame</source>
      <translation>最后一帧(&amp;S)</translation>
    </message>
    <message>
      <source>Move frames</source>
      <translation>移动帧</translation>
    </message>
    <message>
      <source>Move frames e&amp;arlier</source>
      <translation>前移帧(&amp;A)</translation>
    </message>
    <message>
      <source>Move frames la&amp;ter</source>
      <translation>后移帧(&amp;T)</translation>
    </message>
    <message>
      <source>Ne&amp;xt frame</source>
      <translation>下一帧(&amp;X)</translation>
    </message>
    <message>
      <source>New &amp;empty frame</source>
      <translation>新建空白帧(&amp;E)</translation>
    </message>
    <message>
      <source>New &amp;linked frame</source>
      <translation>新建链接帧(&amp;L)</translation>
    </message>
    <message>
      <source>New frame</source>
      <translation>新建帧</translation>
    </message>
    <message>
      <source>One frame has to stay.</source>
      <translation>至少要保留一帧。</translation>
    </message>
    <message>
      <source>Reverse frames</source>
      <translation>反转帧</translation>
    </message>
    <message>
      <source>Shift and a click in the timeline.</source>
      <translation>在时间轴上按住 Shift 单击。</translation>
    </message>
  </context>
  <context>
    <name>GridDialog</name>
    <message>
      <source> ms</source>
      <translation> 毫秒</translation>
    </message>
    <message>
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <source>&amp;Left</source>
      <translation>左侧(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Top</source>
      <translation>上方(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Width</source>
      <translation>宽度(&amp;W)</translation>
    </message>
    <message>
      <source>As a new s&amp;prite</source>
      <translation>作为新的精灵(&amp;P)</translation>
    </message>
    <message>
      <source>Be&amp;hind the frame that is shown</source>
      <translation>放在当前帧之后(&amp;H)</translation>
    </message>
    <message>
      <source>Hei&amp;ght</source>
      <translation>高度(&amp;G)</translation>
    </message>
    <message>
      <source>Height of a cell</source>
      <translation>单元格高度</translation>
    </message>
    <message>
      <source>How long a frame is shown</source>
      <translation>每帧显示的时长</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Import “{0}” by grid</source>
      <translation>按网格导入“{0}”</translation>
    </message>
    <message>
      <source>Leave out &amp;empty cells</source>
      <translation>略去空单元格(&amp;E)</translation>
    </message>
    <message>
      <source>Pixels above the first cell</source>
      <translation>第一格上方的像素</translation>
    </message>
    <message>
      <source>Pixels between two columns</source>
      <translation>两列之间的像素</translation>
    </message>
    <message>
      <source>Pixels between two rows</source>
      <translation>两行之间的像素</translation>
    </message>
    <message>
      <source>Pixels left of the first cell</source>
      <translation>第一格左侧的像素</translation>
    </message>
    <message>
      <source>Spacing &amp;down</source>
      <translation>纵向间距(&amp;D)</translation>
    </message>
    <message>
      <source>Spacing a&amp;cross</source>
      <translation>横向间距(&amp;C)</translation>
    </message>
    <message>
      <source>T&amp;ime</source>
      <translation>时长(&amp;I)</translation>
    </message>
    <message>
      <source>Width of a cell</source>
      <translation>单元格宽度</translation>
    </message>
    <message>
      <source>{0} cells</source>
      <translation>{0} 格</translation>
    </message>
    <message>
      <source>{0} cells are too many: choose larger ones.</source>
      <translation>{0} 格太多了：请选择更大的单元格。</translation>
    </message>
  </context>
  <context>
    <name>GridView</name>
    <message>
      <source>The sheet and its cells</source>
      <translation>精灵表及其单元格</translation>
    </message>
    <message>
      <source>{0} cells</source>
      <translation>{0} 格</translation>
    </message>
  </context>
  <context>
    <name>Guides</name>
    <message>
      <source>&amp;Size of the cells…</source>
      <translation>网格单元大小(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Tiled across</source>
      <translation>横向平铺(&amp;T)</translation>
    </message>
    <message>
      <source>A&amp;xes of symmetry…</source>
      <translation>对称轴(&amp;X)…</translation>
    </message>
    <message>
      <source>Grid of &amp;cells</source>
      <translation>单元网格(&amp;C)</translation>
    </message>
    <message>
      <source>Lines are drawn round every cell of this size.</source>
      <translation>按此大小为每个单元画线。</translation>
    </message>
    <message>
      <source>Size of the cells</source>
      <translation>网格单元大小</translation>
    </message>
    <message>
      <source>Symmetry &amp;above and below</source>
      <translation>上下对称(&amp;A)</translation>
    </message>
    <message>
      <source>Symmetry &amp;left and right</source>
      <translation>左右对称(&amp;L)</translation>
    </message>
    <message>
      <source>Tiled &amp;down</source>
      <translation>纵向平铺(&amp;D)</translation>
    </message>
  </context>
  <context>
    <name>Hands</name>
    <message>
      <source>Colour of the left button</source>
      <translation>左键的颜色</translation>
    </message>
    <message>
      <source>Colour of the right button</source>
      <translation>右键的颜色</translation>
    </message>
    <message>
      <source>Colours in hand</source>
      <translation>当前颜色</translation>
    </message>
    <message>
      <source>Colours of the left and the right button; click to choose</source>
      <translation>左键和右键的颜色；单击选择</translation>
    </message>
  </context>
  <context>
    <name>HealthView</name>
    <message>
      <source>At step {0:,}: {1}</source>
      <translation>第 {0:,} 步：{1}</translation>
    </message>
    <message>
      <source>Figures, and what was done by itself</source>
      <translation>各项数据，以及自动采取的措施</translation>
    </message>
    <message>
      <source>How well it goes</source>
      <translation>进展如何</translation>
    </message>
    <message>
      <source>Nothing had to be done by itself so far.</source>
      <translation>到目前为止无需自动处理。</translation>
    </message>
    <message>
      <source>What the training did about it by itself</source>
      <translation>训练自动采取的措施</translation>
    </message>
    <message>
      <source>answered {0} times</source>
      <translation>已处理 {0} 次</translation>
    </message>
  </context>
  <context>
    <name>HealthWords</name>
    <message>
      <source>A critic and a generator play against each other; both learn only while neither wins for good.</source>
      <translation>评判器与生成器相互博弈；只有谁也不能一直赢，两者才都在学习。</translation>
    </message>
    <message>
      <source>Balance</source>
      <translation>平衡</translation>
    </message>
    <message>
      <source>Originality</source>
      <translation>原创性</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>变化</translation>
    </message>
    <message>
      <source>Whether the pictures are new, or were seen among the training pictures.</source>
      <translation>图片是全新的，还是在训练图片中见过的。</translation>
    </message>
    <message>
      <source>Whether the pictures differ from each other as much as real ones do.</source>
      <translation>图片之间的差异是否与真实图片一样大。</translation>
    </message>
    <message>
      <source>bad</source>
      <translation>差</translation>
    </message>
    <message>
      <source>farther from the training pictures than new real ones in {0:.0f} % of pairs; {1:.0f} % is right</source>
      <translation>在 {0:.0f} % 的配对中比真实新图离训练图片更远；{1:.0f} % 最合适</translation>
    </message>
    <message>
      <source>good</source>
      <translation>好</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>尚不清楚</translation>
    </message>
    <message>
      <source>pictures differ {0:.2f} times as much as real ones</source>
      <translation>图片间的差异是真实图片的 {0:.2f} 倍</translation>
    </message>
    <message>
      <source>push into the generator {0:.3f}; {1:.3f} at its strongest</source>
      <translation>对生成器的推动 {0:.3f}；最强时 {1:.3f}</translation>
    </message>
    <message>
      <source>real ones win against made ones {0:.0f} % more often than they lose</source>
      <translation>真图胜过生成图的次数比输的多 {0:.0f} %</translation>
    </message>
    <message>
      <source>the critic doubts {0:.2f} bits; {1:.0f} where it can only guess</source>
      <translation>评判器有 {0:.2f} 比特的疑惑；只能瞎猜时为 {1:.0f}</translation>
    </message>
    <message>
      <source>they score {0:.2f} higher</source>
      <translation>它们的得分高 {0:.2f}</translation>
    </message>
    <message>
      <source>watch</source>
      <translation>留意</translation>
    </message>
    <message>
      <source>{0:.0f} % at best</source>
      <translation>最多 {0:.0f} %</translation>
    </message>
    <message>
      <source>{0:.0f} % of that is learnt by heart</source>
      <translation>其中 {0:.0f} % 是背下来的</translation>
    </message>
    <message>
      <source>{0:.0f} % of the real kinds; other real pictures {1:.0f} %</source>
      <translation>真实种类的 {0:.0f} %；其他真实图片 {1:.0f} %</translation>
    </message>
    <message>
      <source>{0:.0f} training pictures; {1:.0f} or more are better</source>
      <translation>{0:.0f} 张训练图片；{1:.0f} 张以上更好</translation>
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>&amp;Import sheet by grid…</source>
      <translation>按网格导入精灵表(&amp;I)…</translation>
    </message>
    <message>
      <source>Cut a picture of many frames into its frames</source>
      <translation>把含有许多帧的图片切成一帧一帧</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Details of the message</source>
      <translation>消息详情</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
  </context>
  <context>
    <name>KeyEditing</name>
    <message>
      <source>&amp;Add pictures…</source>
      <translation>添加图片(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;Swap: turn the order round</source>
      <translation>调换：颠倒顺序(&amp;S)</translation>
    </message>
    <message>
      <source>A morph has at most {0}: remove some first.</source>
      <translation>一次变形最多 {0} 张：请先移除几张。</translation>
    </message>
    <message>
      <source>Add pictures</source>
      <translation>添加图片</translation>
    </message>
    <message>
      <source>Add the sprite on the &amp;canvas</source>
      <translation>添加画布上的精灵(&amp;C)</translation>
    </message>
    <message>
      <source>Move picture</source>
      <translation>移动图片</translation>
    </message>
    <message>
      <source>Remove picture</source>
      <translation>移除图片</translation>
    </message>
    <message>
      <source>Replace picture</source>
      <translation>替换图片</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>调换</translation>
    </message>
    <message>
      <source>These are too many key pictures.</source>
      <translation>关键图片太多了。</translation>
    </message>
    <message>
      <source>morph</source>
      <translation>变形</translation>
    </message>
    <message>
      <source>removed “{0}”: Ctrl+Z brings it back</source>
      <translation>已移除“{0}”：Ctrl+Z 可恢复</translation>
    </message>
  </context>
  <context>
    <name>KeyField</name>
    <message>
      <source>Press a key</source>
      <translation>请按键</translation>
    </message>
  </context>
  <context>
    <name>KeyFiles</name>
    <message>
      <source>Choose a palette</source>
      <translation>选择调色板</translation>
    </message>
    <message>
      <source>Choose a picture</source>
      <translation>选择图片</translation>
    </message>
    <message>
      <source>Choose key pictures</source>
      <translation>选择关键图片</translation>
    </message>
    <message>
      <source>Palettes and pictures (*.gpl *.hex *.pal *.act *.txt *.png *.gif);;All files (*)</source>
      <translation>调色板和图片 (*.gpl *.hex *.pal *.act *.txt *.png *.gif);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Pictures (*.png *.gif *.webp *.bmp *.jpg *.jpeg);;All files (*)</source>
      <translation>图片 (*.png *.gif *.webp *.bmp *.jpg *.jpeg);;所有文件 (*)</translation>
    </message>
  </context>
  <context>
    <name>KeyQuestion</name>
    <message>
      <source>Leave it</source>
      <translation>不改了</translation>
    </message>
  </context>
  <context>
    <name>KeyRow</name>
    <message>
      <source>Key pictures</source>
      <translation>关键图片</translation>
    </message>
    <message>
      <source>Move to the left</source>
      <translation>左移</translation>
    </message>
    <message>
      <source>Move to the right</source>
      <translation>右移</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Replace with a file…</source>
      <translation>用文件替换…</translation>
    </message>
    <message>
      <source>Replace with the sprite on the canvas</source>
      <translation>用画布上的精灵替换</translation>
    </message>
    <message>
      <source>drag to reorder</source>
      <translation>拖动可排序</translation>
    </message>
    <message>
      <source>drag to reorder, drop a file on one to replace it</source>
      <translation>拖动可排序，把文件拖到图片上可替换</translation>
    </message>
  </context>
  <context>
    <name>KeyTile</name>
    <message>
      <source>Delete removes it, Ctrl with arrow keys moves it</source>
      <translation>Delete 移除，Ctrl 加方向键移动</translation>
    </message>
    <message>
      <source>Enter replaces it, {0}</source>
      <translation>回车替换，{0}</translation>
    </message>
    <message>
      <source>Picture {0} of {1}: {2}</source>
      <translation>第 {0} 张图片，共 {1} 张：{2}</translation>
    </message>
  </context>
  <context>
    <name>KeysSheet</name>
    <message>
      <source>Add a key…</source>
      <translation>添加按键…</translation>
    </message>
    <message>
      <source>Change key…</source>
      <translation>更改按键…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Give every command its usual keys again?</source>
      <translation>让所有命令恢复默认按键吗？</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Look for a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>Look for a key</source>
      <translation>按按键查找</translation>
    </message>
    <message>
      <source>No command has that.</source>
      <translation>没有符合的命令。</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>不设按键</translation>
    </message>
    <message>
      <source>Press one more key for {0}; Esc leaves it.</source>
      <translation>请为{0}再按一个键；Esc 放弃。</translation>
    </message>
    <message>
      <source>Press the new key for {0}; Esc leaves it.</source>
      <translation>请按{0}的新按键；Esc 放弃。</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <source>Reset all…</source>
      <translation>全部重置…</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>改归这个命令</translation>
    </message>
    <message>
      <source>or press its key here</source>
      <translation>或在此按下它的键</translation>
    </message>
    <message>
      <source>{0} always does something on the pages: press another key.</source>
      <translation>{0} 在页面上有固定用途：请换一个键。</translation>
    </message>
    <message>
      <source>{0} is the key of {1}.</source>
      <translation>{0} 是{1}的按键。</translation>
    </message>
    <message>
      <source>{0} stays with the command that you gave it to.</source>
      <translation>{0} 仍归您指定的那个命令。</translation>
    </message>
  </context>
  <context>
    <name>LandingChoice</name>
    <message>
      <source>Apply &amp;to the layer drawn on</source>
      <translation>应用到当前图层(&amp;T)</translation>
    </message>
    <message>
      <source>Apply as a new &amp;frame</source>
      <translation>应用为新帧(&amp;F)</translation>
    </message>
    <message>
      <source>Apply as a new &amp;layer</source>
      <translation>应用为新图层(&amp;L)</translation>
    </message>
  </context>
  <context>
    <name>LanguageMenu</name>
    <message>
      <source>The language changes when Spriteverse starts again.</source>
      <translation>语言将在下次启动 Spriteverse 时切换。</translation>
    </message>
    <message>
      <source>The system's</source>
      <translation>跟随系统</translation>
    </message>
  </context>
  <context>
    <name>LatentPad</name>
    <message>
      <source>Click a picture to go there, drag for all between; arrow keys, Shift for a whole picture, 0 home</source>
      <translation>单击图片前往该处，拖动可停在之间；方向键移动，加 Shift 移动一整张，0 回到起点</translation>
    </message>
    <message>
      <source>Pad over two directions</source>
      <translation>两个方向的平面</translation>
    </message>
  </context>
  <context>
    <name>LayerDialog</name>
    <message>
      <source>&amp;Locked: no tool changes it</source>
      <translation>锁定：任何工具都不能改动(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Opacity</source>
      <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Visible</source>
      <translation>可见(&amp;V)</translation>
    </message>
    <message>
      <source>Layer properties</source>
      <translation>图层属性</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
  </context>
  <context>
    <name>LayerHeader</name>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Name of the layer</source>
      <translation>图层名称</translation>
    </message>
  </context>
  <context>
    <name>Layering</name>
    <message>
      <source>&amp;Duplicate layer</source>
      <translation>复制图层(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Lock or unlock layer</source>
      <translation>锁定或解锁图层(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Merge down</source>
      <translation>向下合并(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New layer</source>
      <translation>新建图层(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Show or hide layer</source>
      <translation>显示或隐藏图层(&amp;S)</translation>
    </message>
    <message>
      <source>A sprite has at most {0} layers.</source>
      <translation>一个精灵最多 {0} 个图层。</translation>
    </message>
    <message>
      <source>D&amp;elete layer</source>
      <translation>删除图层(&amp;E)</translation>
    </message>
    <message>
      <source>Delete layer</source>
      <translation>删除图层</translation>
    </message>
    <message>
      <source>Duplicate layer</source>
      <translation>复制图层</translation>
    </message>
    <message>
      <source>Frame › Clear cels empties it.</source>
      <translation>“帧 › 清空单元格”可清空它。</translation>
    </message>
    <message>
      <source>Go to the layer &amp;above</source>
      <translation>到上一图层(&amp;A)</translation>
    </message>
    <message>
      <source>Go to the layer &amp;below</source>
      <translation>到下一图层(&amp;B)</translation>
    </message>
    <message>
      <source>Hide layer</source>
      <translation>隐藏图层</translation>
    </message>
    <message>
      <source>Layer &amp;properties…</source>
      <translation>图层属性(&amp;P)…</translation>
    </message>
    <message>
      <source>Layer properties</source>
      <translation>图层属性</translation>
    </message>
    <message>
      <source>Layer {0}</source>
      <translation>图层 {0}</translation>
    </message>
    <message>
      <source>Lock layer</source>
      <translation>锁定图层</translation>
    </message>
    <message>
      <source>Merge &amp;visible</source>
      <translation>合并可见图层(&amp;V)</translation>
    </message>
    <message>
      <source>Merge down</source>
      <translation>向下合并</translation>
    </message>
    <message>
      <source>Merge some first.</source>
      <translation>请先合并几个。</translation>
    </message>
    <message>
      <source>Merge visible</source>
      <translation>合并可见图层</translation>
    </message>
    <message>
      <source>Move layer</source>
      <translation>移动图层</translation>
    </message>
    <message>
      <source>Move layer &amp;up</source>
      <translation>上移图层(&amp;U)</translation>
    </message>
    <message>
      <source>Move layer do&amp;wn</source>
      <translation>下移图层(&amp;W)</translation>
    </message>
    <message>
      <source>New layer</source>
      <translation>新建图层</translation>
    </message>
    <message>
      <source>Rename layer</source>
      <translation>重命名图层</translation>
    </message>
    <message>
      <source>Show layer</source>
      <translation>显示图层</translation>
    </message>
    <message>
      <source>There are not two visible layers to merge.</source>
      <translation>没有两个可见图层可合并。</translation>
    </message>
    <message>
      <source>This is the lowest layer: there is none to merge it into.</source>
      <translation>这是最底层：下面没有可合并的图层。</translation>
    </message>
    <message>
      <source>This is the only layer; it stays.</source>
      <translation>这是唯一的图层，须保留。</translation>
    </message>
    <message>
      <source>Unlock layer</source>
      <translation>解锁图层</translation>
    </message>
    <message>
      <source>{0} copy</source>
      <translation>{0} 副本</translation>
    </message>
  </context>
  <context>
    <name>LengthBars</name>
    <message>
      <source>{0} characters: {1} lines</source>
      <translation>{0} 个字：{1} 行</translation>
    </message>
  </context>
  <context>
    <name>Lesson</name>
    <message>
      <source>Autoencoder</source>
      <translation>自编码器</translation>
    </message>
    <message>
      <source>Both models are the same small VAE and see the same fruits, fish and slimes. Top row: what was drawn. Below: each model's copy. Last row: pictures from random codes. Watch the colours.</source>
      <translation>两个模型是同样的小型 VAE，看同样的水果、鱼和史莱姆。第一行：原图。下面：各模型的复制品。最后一行：由随机编码画出的图片。请留意颜色。</translation>
    </message>
    <message>
      <source>Both models pack a moon into eight numbers and unpack it again. Each row walks in a straight line from the numbers of one moon to those of another. The ends have been practised; what lies between them has not. Watch the middle; a cross will mark what is no moon.</source>
      <translation>两个模型都把月亮压成八个数值再还原。每一行从一个月亮的数值沿直线走到另一个月亮。两端是练习过的，之间的没有。请看中间；打叉的不是月亮。</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>How far between</source>
      <translation>走到多远</translation>
    </message>
    <message>
      <source>Look closer</source>
      <translation>仔细看看</translation>
    </message>
    <message>
      <source>Mix a colour, or choose one?</source>
      <translation>调出一种颜色，还是选一种？</translation>
    </message>
    <message>
      <source>Moons</source>
      <translation>月亮</translation>
    </message>
    <message>
      <source>Of 200 half-way pictures {0} are no moons; on average {1} pixels are wrong.</source>
      <translation>200 张中途图片里有 {0} 张不是月亮；平均错 {1} 个像素。</translation>
    </message>
    <message>
      <source>One colour of twelve</source>
      <translation>十二色选一</translation>
    </message>
    <message>
      <source>RGB, three sigmoids</source>
      <translation>RGB，三个 sigmoid</translation>
    </message>
    <message>
      <source>The autoencoder only ever practised the codes of its own moons; what lies between them is left to chance: edges fray, pieces float. The VAE had to draw its moon although the code was shaken, so codes close together came to mean moons that look alike, and what lies between them is far more often a moon.</source>
      <translation>自编码器只练习过自己那些月亮的编码；之间的内容全凭运气：边缘毛糙，碎片飘散。VAE 的编码被晃动过，仍须画出月亮，于是相近的编码就表示相似的月亮，之间的内容也更常是月亮。</translation>
    </message>
    <message>
      <source>VAE</source>
      <translation>VAE</translation>
    </message>
    <message>
      <source>What lies half-way between two moons?</source>
      <translation>两个月亮的正中间是什么？</translation>
    </message>
    <message>
      <source>Where a model cannot tell whether a pixel is red or blue, the mean of both has the smallest squared error: a muddy mixture that nobody drew. One that gives every colour a chance of its own says “red or blue” and then picks one. It may pick the wrong one, but it stays clear.</source>
      <translation>当模型说不准某个像素是红是蓝时，两者的平均值平方误差最小：一种谁也没画过的脏色。若给每种颜色各自的概率，它会说“红或蓝”，再选一个。可能选错，但颜色干净。</translation>
    </message>
    <message>
      <source>a chance for each; the likeliest is drawn</source>
      <translation>每种颜色一个概率；画最可能的</translation>
    </message>
    <message>
      <source>bits per pixel</source>
      <translation>比特/像素</translation>
    </message>
    <message>
      <source>codes as they are</source>
      <translation>编码原样</translation>
    </message>
    <message>
      <source>first moon</source>
      <translation>第一个月亮</translation>
    </message>
    <message>
      <source>first picture</source>
      <translation>第一张图片</translation>
    </message>
    <message>
      <source>last</source>
      <translation>最后</translation>
    </message>
    <message>
      <source>red, green and blue as amounts</source>
      <translation>红、绿、蓝各有多少</translation>
    </message>
    <message>
      <source>second moon</source>
      <translation>第二个月亮</translation>
    </message>
    <message>
      <source>squared error</source>
      <translation>平方误差</translation>
    </message>
    <message>
      <source>the same network, its codes shaken while it learns</source>
      <translation>同样的网络，学习时晃动编码</translation>
    </message>
    <message>
      <source>{0} of 100 pixels of the copied figures have a colour that was never used.</source>
      <translation>复制的图形中，每 100 个像素有 {0} 个用了从未用过的颜色。</translation>
    </message>
  </context>
  <context>
    <name>LessonDialog</name>
    <message>
      <source>Why a VAE?</source>
      <translation>为什么用 VAE？</translation>
    </message>
  </context>
  <context>
    <name>LessonView</name>
    <message>
      <source>Again, with other chances</source>
      <translation>换一组随机数再来</translation>
    </message>
    <message>
      <source>Both are learning…</source>
      <translation>两者都在学习…</translation>
    </message>
    <message>
      <source>Both models start from other random numbers: is it still so?</source>
      <translation>两个模型都从另外的随机数开始：结果还一样吗？</translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>正在测量…</translation>
    </message>
    <message>
      <source>Seed {0}</source>
      <translation>种子 {0}</translation>
    </message>
    <message>
      <source>Waiting for the engine…</source>
      <translation>正在等待引擎…</translation>
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>Come with Spriteverse</source>
      <translation>Spriteverse 自带</translation>
    </message>
    <message>
      <source>Drop {0} files here, or import them.</source>
      <translation>把 {0} 文件拖到这里，或导入。</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>导入…</translation>
    </message>
    <message>
      <source>None yet: train one on your own pictures, or drop an {0} file here.</source>
      <translation>还没有：用自己的图片训练一个，或把 {0} 文件拖到这里。</translation>
    </message>
    <message>
      <source>Packs</source>
      <translation>模型包</translation>
    </message>
    <message>
      <source>Removed “{0}”.</source>
      <translation>已移除“{0}”。</translation>
    </message>
    <message>
      <source>The last {0} removed packs are kept in {1}</source>
      <translation>最近移除的 {0} 个包保存在 {1}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Yours</source>
      <translation>我的</translation>
    </message>
    <message>
      <source>“{0}” is back.</source>
      <translation>“{0}”回来了。</translation>
    </message>
    <message>
      <source>“{0}” is now “{1}”.</source>
      <translation>“{0}”现在叫“{1}”。</translation>
    </message>
  </context>
  <context>
    <name>LineExplorer</name>
    <message>
      <source>Go to a line and press the button: each of its numbers becomes a slider.</source>
      <translation>走到一行并按下按钮：它的每个数值都成为滑块。</translation>
    </message>
    <message>
      <source>The line here</source>
      <translation>此处的诗句</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>原样</translation>
    </message>
    <message>
      <source>from “{0}”</source>
      <translation>来自“{0}”</translation>
    </message>
  </context>
  <context>
    <name>LineRow</name>
    <message>
      <source>Lock this line: it stays when you write again</source>
      <translation>锁定这一行：再次写诗时保持不变</translation>
    </message>
    <message>
      <source>Lock words of this line</source>
      <translation>锁定这一行的词</translation>
    </message>
    <message>
      <source>Other lines for this place (Ctrl+Enter)</source>
      <translation>为此处换写诗句（Ctrl+Enter）</translation>
    </message>
    <message>
      <source>is being written…</source>
      <translation>正在写…</translation>
    </message>
  </context>
  <context>
    <name>LineWords</name>
    <message>
      <source>New to this pack: {0}. It stays as you wrote it.</source>
      <translation>这个包不认识：{0}。会按您写的保留。</translation>
    </message>
    <message>
      <source>Rhyme: {0}</source>
      <translation>押韵：{0}</translation>
    </message>
    <message>
      <source>Rhymes with the other lines marked {0}</source>
      <translation>与其他标有 {0} 的诗句押韵</translation>
    </message>
    <message>
      <source>Surprise: {0:.1f} nats a piece; plain verse is low</source>
      <translation>惊奇度：每个词元 {0:.1f} 纳特；平实的诗句较低</translation>
    </message>
    <message>
      <source>Tones: {0} (平 level, 仄 oblique, 中 either)</source>
      <translation>平仄：{0}（平、仄，中为两可）</translation>
    </message>
    <message>
      <source>already written</source>
      <translation>已有人写过</translation>
    </message>
    <message>
      <source>new</source>
      <translation>全新</translation>
    </message>
    <message>
      <source>one character</source>
      <translation>一个字</translation>
    </message>
    <message>
      <source>one syllable</source>
      <translation>一个音节</translation>
    </message>
    <message>
      <source>rhymes with the lines of letter {0}</source>
      <translation>与字母 {0} 的诗句押韵</translation>
    </message>
    <message>
      <source>yours</source>
      <translation>您写的</translation>
    </message>
    <message>
      <source>{0} characters</source>
      <translation>{0} 个字</translation>
    </message>
    <message>
      <source>{0} syllables</source>
      <translation>{0} 个音节</translation>
    </message>
  </context>
  <context>
    <name>LookMenu</name>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>跟随系统</translation>
    </message>
  </context>
  <context>
    <name>Looking</name>
    <message>
      <source>&amp;Fit</source>
      <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
      <source>Pixel &amp;grid</source>
      <translation>像素网格(&amp;G)</translation>
    </message>
    <message>
      <source>Zoom &amp;in</source>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Zoom &amp;out</source>
      <translation>缩小(&amp;O)</translation>
    </message>
  </context>
  <context>
    <name>LossChart</name>
    <message>
      <source>Curves of the training</source>
      <translation>训练曲线</translation>
    </message>
    <message>
      <source>How it learns</source>
      <translation>学习情况</translation>
    </message>
    <message>
      <source>held out</source>
      <translation>留出</translation>
    </message>
    <message>
      <source>step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>step {0:,}</source>
      <translation>第 {0:,} 步</translation>
    </message>
    <message>
      <source>training</source>
      <translation>训练</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>&amp;About Spriteverse</source>
      <translation>关于 Spriteverse(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Board</source>
      <translation>图板(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Draw</source>
      <translation>绘画(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Explore</source>
      <translation>探索(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation>按键(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation>模型库(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Morph</source>
      <translation>变形(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>训练(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Verse</source>
      <translation>诗(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation>窗口(&amp;W)</translation>
    </message>
    <message>
      <source>About Spriteverse</source>
      <translation>关于 Spriteverse</translation>
    </message>
    <message>
      <source>Elsewhere</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Help &gt; Keys shows all that there are.</source>
      <translation>“帮助 &gt; 按键”列出了所有按键。</translation>
    </message>
    <message>
      <source>Its pack is in every list.</source>
      <translation>它的模型包已在各个列表中。</translation>
    </message>
    <message>
      <source>L&amp;ook</source>
      <translation>外观(&amp;O)</translation>
    </message>
    <message>
      <source>Lan&amp;guage</source>
      <translation>语言(&amp;G)</translation>
    </message>
    <message>
      <source>Left out: the keys of {0}.</source>
      <translation>已略去{0}的按键。</translation>
    </message>
    <message>
      <source>Reco&amp;ver…</source>
      <translation>恢复(&amp;V)…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Some keys of your own could not be read and were left out: {0}.</source>
      <translation>您的部分按键无法读取，已略去：{0}。</translation>
    </message>
    <message>
      <source>Spriteverse {0}

Draws on your own machine; nothing is sent anywhere.</source>
      <translation>Spriteverse {0}

在您自己的电脑上绘制；不会发送任何内容。</translation>
    </message>
    <message>
      <source>The training “{0}” has finished.</source>
      <translation>训练“{0}”已完成。</translation>
    </message>
    <message>
      <source>one command that is not there any more</source>
      <translation>一个已不存在的命令</translation>
    </message>
    <message>
      <source>{0} commands that are not there any more</source>
      <translation>{0} 个已不存在的命令</translation>
    </message>
  </context>
  <context>
    <name>MorphExports</name>
    <message>
      <source>&amp;Export animation…</source>
      <translation>导出动画(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Open this frame on the Draw page</source>
      <translation>在绘画页打开这一帧(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;PNG files…</source>
      <translation>PNG 文件(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Sheet…</source>
      <translation>精灵表(&amp;S)…</translation>
    </message>
    <message>
      <source>A GIF, an animated PNG or a WebP, as it plays here</source>
      <translation>GIF、动态 PNG 或 WebP，与此处播放一致</translation>
    </message>
    <message>
      <source>All frames side by side in one PNG</source>
      <translation>所有帧并排放入一张 PNG</translation>
    </message>
    <message>
      <source>Behind the frame that the Draw page shows, with a tag of their name</source>
      <translation>放在绘制页当前帧之后，并以其名称加标签</translation>
    </message>
    <message>
      <source>Every frame as a file of its own</source>
      <translation>每帧一个文件</translation>
    </message>
    <message>
      <source>On the Draw page, to go on drawing on all of them</source>
      <translation>在绘制页打开，可继续绘制每一帧</translation>
    </message>
    <message>
      <source>Open the frames as a &amp;new sprite</source>
      <translation>将这些帧作为新图像打开(&amp;N)</translation>
    </message>
    <message>
      <source>Put the frames on the &amp;timeline</source>
      <translation>将这些帧放到时间轴(&amp;T)</translation>
    </message>
    <message>
      <source>To go on drawing on it</source>
      <translation>以便继续在上面绘画</translation>
    </message>
  </context>
  <context>
    <name>MorphHint</name>
    <message>
      <source>Drop the second picture here</source>
      <translation>把第二张图片拖到这里</translation>
    </message>
    <message>
      <source>Drop two pictures here, or more</source>
      <translation>把两张或更多图片拖到这里</translation>
    </message>
    <message>
      <source>No pack morphs pictures yet</source>
      <translation>还没有能变形图片的模型包</translation>
    </message>
    <message>
      <source>The model draws the way from each to the next, frame by frame, in crisp pixels. The pictures themselves stay exactly as they are. Then export a GIF, an APNG, a WebP, a sheet or single frames.</source>
      <translation>模型逐帧画出从每张图到下一张的过程，像素清晰。原图保持不变。然后可导出 GIF、APNG、WebP、精灵表或单帧。</translation>
    </message>
    <message>
      <source>The morph begins by itself as soon as there are two. More than two make a longer way.</source>
      <translation>有两张图片时变形会自动开始。超过两张，路程更长。</translation>
    </message>
  </context>
  <context>
    <name>MorphPage</name>
    <message>
      <source>&amp;Morph</source>
      <translation>变形(&amp;M)</translation>
    </message>
    <message>
      <source>Cance&amp;l</source>
      <translation>取消(&amp;L)</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>Ctrl with arrow keys, on the picture</source>
      <translation>Ctrl 加方向键，在图片上</translation>
    </message>
    <message>
      <source>Enter, Delete, on the picture</source>
      <translation>回车、Delete，在图片上</translation>
    </message>
    <message>
      <source>Morph again</source>
      <translation>再次变形</translation>
    </message>
    <message>
      <source>Move a key picture</source>
      <translation>移动关键图片</translation>
    </message>
    <message>
      <source>Play and pause</source>
      <translation>播放和暂停</translation>
    </message>
    <message>
      <source>Previous and next frame</source>
      <translation>上一帧和下一帧</translation>
    </message>
    <message>
      <source>Replace it, remove it</source>
      <translation>替换、移除</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>空格</translation>
    </message>
    <message>
      <source>Space plays them.</source>
      <translation>按空格播放。</translation>
    </message>
    <message>
      <source>The model draws the way…</source>
      <translation>模型正在绘制过程…</translation>
    </message>
    <message>
      <source>Waiting for the engine to start…</source>
      <translation>正在等待引擎启动…</translation>
    </message>
    <message>
      <source>What is there stays rough.</source>
      <translation>已有的内容保持粗略。</translation>
    </message>
    <message>
      <source>arrow keys; Home and End</source>
      <translation>方向键；Home 和 End</translation>
    </message>
    <message>
      <source>{0} frames.</source>
      <translation>{0} 帧。</translation>
    </message>
  </context>
  <context>
    <name>MorphPanel</name>
    <message>
      <source> ms</source>
      <translation> 毫秒</translation>
    </message>
    <message>
      <source>&amp;Colours</source>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Easing</source>
      <translation>缓动(&amp;E)</translation>
    </message>
    <message>
      <source>A &amp;key stays</source>
      <translation>关键图停留(&amp;K)</translation>
    </message>
    <message>
      <source>A f&amp;rame stays</source>
      <translation>每帧停留(&amp;R)</translation>
    </message>
    <message>
      <source>Blending over</source>
      <translation>叠化</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Easing</source>
      <translation>缓动</translation>
    </message>
    <message>
      <source>Even</source>
      <translation>匀速</translation>
    </message>
    <message>
      <source>Fast, then slow</source>
      <translation>先快后慢</translation>
    </message>
    <message>
      <source>Frames &amp;between</source>
      <translation>中间帧数(&amp;B)</translation>
    </message>
    <message>
      <source>Frames between two pictures</source>
      <translation>两张图片之间的帧数</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Of a palette file…</source>
      <translation>来自调色板文件…</translation>
    </message>
    <message>
      <source>Of both pictures</source>
      <translation>来自两张图片</translation>
    </message>
    <message>
      <source>Slow, fast, slow</source>
      <translation>慢、快、慢</translation>
    </message>
    <message>
      <source>Slow, then fast</source>
      <translation>先慢后快</translation>
    </message>
    <message>
      <source>Time of a frame</source>
      <translation>每帧时间</translation>
    </message>
    <message>
      <source>Time of a key picture</source>
      <translation>关键图时间</translation>
    </message>
    <message>
      <source>{0}, {1} colours</source>
      <translation>{0}，{1} 种颜色</translation>
    </message>
  </context>
  <context>
    <name>Morphing</name>
    <message>
      <source>The engine sent frames that do not belong to these pictures.</source>
      <translation>引擎发来的帧不属于这些图片。</translation>
    </message>
  </context>
  <context>
    <name>MovingView</name>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>播放</translation>
    </message>
    <message>
      <source>Preview of the file</source>
      <translation>文件预览</translation>
    </message>
  </context>
  <context>
    <name>NameDialog</name>
    <message>
      <source>New name</source>
      <translation>新名称</translation>
    </message>
    <message>
      <source>Rename pack</source>
      <translation>重命名模型包</translation>
    </message>
    <message>
      <source>The pack's folder and the command line use this name.</source>
      <translation>包的文件夹和命令行都用这个名称。</translation>
    </message>
    <message>
      <source>There is a pack “{0}” already; “{1}” is free.</source>
      <translation>已有名为“{0}”的包；“{1}”可用。</translation>
    </message>
  </context>
  <context>
    <name>Naming</name>
    <message>
      <source>Choose the pack “{0}” again first.</source>
      <translation>请先重新选择模型包“{0}”。</translation>
    </message>
    <message>
      <source>Deleted “{0}”. What is explored stays as it is.</source>
      <translation>已删除“{0}”。正在探索的内容不变。</translation>
    </message>
    <message>
      <source>Name a direction</source>
      <translation>为方向命名</translation>
    </message>
    <message>
      <source>Number {0}</source>
      <translation>数值 {0}</translation>
    </message>
    <message>
      <source>Rename a direction</source>
      <translation>重命名方向</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What does it do?</source>
      <translation>它的作用是什么？</translation>
    </message>
    <message>
      <source>“{0}” is back.</source>
      <translation>“{0}”回来了。</translation>
    </message>
  </context>
  <context>
    <name>Obstacles</name>
    <message>
      <source>Or choose another layer.</source>
      <translation>或者选择另一个图层。</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>显示它</translation>
    </message>
    <message>
      <source>Show the layer</source>
      <translation>显示图层</translation>
    </message>
    <message>
      <source>The layer “{0}” is hidden.</source>
      <translation>图层“{0}”已隐藏。</translation>
    </message>
    <message>
      <source>The layer “{0}” is locked.</source>
      <translation>图层“{0}”已锁定。</translation>
    </message>
    <message>
      <source>Unlock it</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Unlock the layer</source>
      <translation>解锁图层</translation>
    </message>
  </context>
  <context>
    <name>OnionDialog</name>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source>&amp;Opacity</source>
      <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Tinted: red before, blue after</source>
      <translation>着色：之前为红，之后为蓝(&amp;T)</translation>
    </message>
    <message>
      <source>Frames &amp;after</source>
      <translation>之后的帧数(&amp;A)</translation>
    </message>
    <message>
      <source>Frames &amp;before</source>
      <translation>之前的帧数(&amp;B)</translation>
    </message>
    <message>
      <source>Frames after</source>
      <translation>之后的帧数</translation>
    </message>
    <message>
      <source>Frames before</source>
      <translation>之前的帧数</translation>
    </message>
    <message>
      <source>Onion skin</source>
      <translation>洋葱皮</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
  </context>
  <context>
    <name>OnionSkin</name>
    <message>
      <source>&amp;Onion skin</source>
      <translation>洋葱皮(&amp;O)</translation>
    </message>
    <message>
      <source>Onion skin &amp;settings…</source>
      <translation>洋葱皮设置(&amp;S)…</translation>
    </message>
  </context>
  <context>
    <name>Options</name>
    <message>
      <source>AdamW's weight decay</source>
      <translation>AdamW 的权重衰减</translation>
    </message>
    <message>
      <source>attention heads, each of which can point at colours</source>
      <translation>注意力头数，每个都可指向颜色</translation>
    </message>
    <message>
      <source>auto, cpu, cuda or mps</source>
      <translation>auto、cpu、cuda 或 mps 设备</translation>
    </message>
    <message>
      <source>cells of the decoder</source>
      <translation>解码器的单元数</translation>
    </message>
    <message>
      <source>cells of the encoder, each way</source>
      <translation>编码器每个方向的单元数</translation>
    </message>
    <message>
      <source>cells of the recurrence</source>
      <translation>循环层的单元数</translation>
    </message>
    <message>
      <source>channels of the convolutional reading of the visible pixels</source>
      <translation>读取可见像素的卷积通道数</translation>
    </message>
    <message>
      <source>channels of the convolutions at full size, a multiple of 16</source>
      <translation>全尺寸卷积的通道数，须为 16 的倍数</translation>
    </message>
    <message>
      <source>channels of the convolutions, of generator and critic</source>
      <translation>生成器和评判器的卷积通道数</translation>
    </message>
    <message>
      <source>channels of the spatial code, a quarter of the size a side, a multiple of 4; 0 for none</source>
      <translation>空间编码的通道数（边长为四分之一），须为 4 的倍数；0 表示不用</translation>
    </message>
    <message>
      <source>characters of a line in Latin letters at least</source>
      <translation>拉丁文每行最少字符数</translation>
    </message>
    <message>
      <source>characters of a line in Latin letters at most</source>
      <translation>拉丁文每行最多字符数</translation>
    </message>
    <message>
      <source>characters of a line of Chinese at least, marks aside</source>
      <translation>中文每行最少字数，不计标点</translation>
    </message>
    <message>
      <source>characters of a line of Chinese at most, marks aside</source>
      <translation>中文每行最多字数，不计标点</translation>
    </message>
    <message>
      <source>colour clusters, transparency among them; 0 takes as many as the data needs</source>
      <translation>颜色聚类数，含透明；0 表示按数据所需</translation>
    </message>
    <message>
      <source>components of the Gaussian mixture fitted to the codes</source>
      <translation>对编码拟合的高斯混合的分量数</translation>
    </message>
    <message>
      <source>decay per step of the averaged weights (EMA); 0 keeps the raw ones</source>
      <translation>平均权重（EMA）每步的衰减；0 表示保留原始权重</translation>
    </message>
    <message>
      <source>end after this many checks without a better held-out figure; 0 never</source>
      <translation>留出值连续这么多次检查未改善即结束；0 表示不提前结束</translation>
    </message>
    <message>
      <source>end within this many minutes, the learning rate falling in time; 0 sets no limit</source>
      <translation>在这么多分钟内结束，学习率随之下降；0 表示不限</translation>
    </message>
    <message>
      <source>epochs from one held-out check to the next; 0 makes twenty checks</source>
      <translation>每隔几轮做一次留出检查；0 表示共检查二十次</translation>
    </message>
    <message>
      <source>frames of animations: first or all</source>
      <translation>动画的帧：第一帧或所有帧</translation>
    </message>
    <message>
      <source>height of the cells that sheets are cut into, pixels; 0 means as wide</source>
      <translation>切分精灵表的单元格高度（像素）；0 表示与宽度相同</translation>
    </message>
    <message>
      <source>how a picture comes onto the square: centre, crop or corner</source>
      <translation>图片如何放入方形：居中缩放、居中裁切或靠角</translation>
    </message>
    <message>
      <source>keep pictures that are the same to the pixel</source>
      <translation>保留逐像素相同的图片</translation>
    </message>
    <message>
      <source>largest norm of the gradient</source>
      <translation>梯度的最大范数</translation>
    </message>
    <message>
      <source>largest shift of a picture, pixels</source>
      <translation>图片的最大平移（像素）</translation>
    </message>
    <message>
      <source>layers of .aseprite files: flat or each</source>
      <translation>.aseprite 文件的图层：合并或逐层</translation>
    </message>
    <message>
      <source>nats that each number of the global code may carry for nothing (free bits)</source>
      <translation>全局编码的每个数值可免费携带的纳特数（free bits）</translation>
    </message>
    <message>
      <source>noise on the codes that the critic sees at first, in their standard deviations</source>
      <translation>起初加在评判器所见编码上的噪声，以标准差计</translation>
    </message>
    <message>
      <source>noise on the codes that the critic sees in the end</source>
      <translation>最后加在评判器所见编码上的噪声</translation>
    </message>
    <message>
      <source>numbers of a piece's embedding</source>
      <translation>词元嵌入的维数</translation>
    </message>
    <message>
      <source>numbers of the code</source>
      <translation>编码的数值个数</translation>
    </message>
    <message>
      <source>numbers of the global code: what a morph and the sliders move</source>
      <translation>全局编码的数值个数：变形和滑块所移动的</translation>
    </message>
    <message>
      <source>numbers per colour embedding</source>
      <translation>颜色嵌入的维数</translation>
    </message>
    <message>
      <source>passes over the training data; 0 leaves it to the effort</source>
      <translation>遍历训练数据的次数；0 表示由训练时长决定</translation>
    </message>
    <message>
      <source>peak learning rate</source>
      <translation>学习率峰值</translation>
    </message>
    <message>
      <source>pictures or lines per step; small sets learn by steps, not by epochs</source>
      <translation>每步的图片数或行数；小数据集靠步数而非轮数学习</translation>
    </message>
    <message>
      <source>pieces that words are spelt with; characters of Chinese are as many as there are</source>
      <translation>拼写单词的词元数；中文按实际字数</translation>
    </message>
    <message>
      <source>random numbers that a picture is made of: what the sliders move</source>
      <translation>生成图片的随机数个数：滑块所移动的</translation>
    </message>
    <message>
      <source>seconds from one saved state to the next</source>
      <translation>两次保存之间的秒数</translation>
    </message>
    <message>
      <source>seed of everything random in the run</source>
      <translation>训练中一切随机的种子</translation>
    </message>
    <message>
      <source>share of features dropped in training</source>
      <translation>训练中丢弃特征的比例</translation>
    </message>
    <message>
      <source>share of lines that the decoder writes without their code, to learn what is fluent</source>
      <translation>解码器不看编码而写的诗句比例，以学习通顺</translation>
    </message>
    <message>
      <source>share of pictures mirrored left to right</source>
      <translation>左右镜像图片的比例</translation>
    </message>
    <message>
      <source>share of pictures that the critic sees with a hole</source>
      <translation>评判器所见带空洞图片的比例</translation>
    </message>
    <message>
      <source>share of pictures turned upside down or on their side, and told so</source>
      <translation>旋转图片（倒置或侧放，并告知模型）的比例</translation>
    </message>
    <message>
      <source>share of pictures with all hues rotated, and told so</source>
      <translation>旋转色相（并告知模型）的图片比例</translation>
    </message>
    <message>
      <source>share of pieces before the next one that the decoder does not see at first</source>
      <translation>起初对解码器隐去的前文词元比例</translation>
    </message>
    <message>
      <source>share of pieces that the encoder does not see at first (denoising)</source>
      <translation>起初对编码器隐去的词元比例（去噪）</translation>
    </message>
    <message>
      <source>share of the peak rate for a run that goes on from a pack, which knows much already</source>
      <translation>从已有模型包续训时所用峰值学习率的比例</translation>
    </message>
    <message>
      <source>share of the training in which that weight is 0, before it comes in cycles</source>
      <translation>该权重为 0 的训练占比，之后按周期出现</translation>
    </message>
    <message>
      <source>side of the square the model sees, pixels, a multiple of 4; 0 takes it from the data</source>
      <translation>模型所见方形的边长（像素），须为 4 的倍数；0 表示取自数据</translation>
    </message>
    <message>
      <source>side of the square the model sees, pixels, as the image VAE's; 0 takes it from the data</source>
      <translation>模型所见方形的边长（像素），与图像 VAE 相同；0 表示取自数据</translation>
    </message>
    <message>
      <source>side of the square the model sees, pixels; 0 takes it from the data</source>
      <translation>模型所见方形的边长（像素）；0 表示取自数据</translation>
    </message>
    <message>
      <source>split lines of Chinese at ，。！？； into lines of their own</source>
      <translation>在 ，。！？； 处把中文拆成单独的诗句</translation>
    </message>
    <message>
      <source>steps from one penalty to the next, which weighs as much more</source>
      <translation>每隔几步惩罚一次，权重相应增大</translation>
    </message>
    <message>
      <source>steps in which that noise falls by half the way that is left</source>
      <translation>该噪声在剩余路程上减半所需的步数</translation>
    </message>
    <message>
      <source>take tags from sub-folder names, so that a tag can be changed</source>
      <translation>以子文件夹名为标签，以便更换标签</translation>
    </message>
    <message>
      <source>times that the weight of the KL term rises from 0 (cyclical annealing)</source>
      <translation>KL 项权重从 0 上升的次数（循环退火）</translation>
    </message>
    <message>
      <source>weight of the KL term in the end (beta); 1 is the ELBO, 0 an autoencoder</source>
      <translation>KL 项的最终权重（beta）；1 为 ELBO，0 为自编码器</translation>
    </message>
    <message>
      <source>weight of the KL terms (beta); 1 is the ELBO, 0 an autoencoder</source>
      <translation>KL 项的权重（beta）；1 为 ELBO，0 为自编码器</translation>
    </message>
    <message>
      <source>weight of the penalties on the critic's gradients (gamma of R1 and R2)</source>
      <translation>评判器梯度惩罚的权重（R1 和 R2 的 gamma）</translation>
    </message>
    <message>
      <source>width of the cells that sheets are cut into, pixels; 0 takes pictures whole</source>
      <translation>切分精灵表的单元格宽度（像素）；0 表示取整张图片</translation>
    </message>
  </context>
  <context>
    <name>OtherLine</name>
    <message>
      <source>Instead: {0}</source>
      <translation>改为：{0}</translation>
    </message>
  </context>
  <context>
    <name>PackCardView</name>
    <message>
      <source>Damaged pack {0}</source>
      <translation>损坏的包 {0}</translation>
    </message>
    <message>
      <source>Delete; it can be undone</source>
      <translation>删除；可以撤销</translation>
    </message>
    <message>
      <source>Edit card…</source>
      <translation>编辑卡片…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>How good</source>
      <translation>效果如何</translation>
    </message>
    <message>
      <source>Import it again from its file, train it again, or remove it.</source>
      <translation>请从文件重新导入、重新训练，或将其移除。</translation>
    </message>
    <message>
      <source>It is here: {0}</source>
      <translation>它在这里：{0}</translation>
    </message>
    <message>
      <source>It ships with Spriteverse: install Spriteverse again.</source>
      <translation>它随 Spriteverse 附带：请重新安装 Spriteverse。</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>许可</translation>
    </message>
    <message>
      <source>Pack {0}</source>
      <translation>模型包 {0}</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>重命名…</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>训练数据</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>使用</translation>
    </message>
    <message>
      <source>ships with Spriteverse</source>
      <translation>随 Spriteverse 附带</translation>
    </message>
    <message>
      <source>yours</source>
      <translation>您写的</translation>
    </message>
  </context>
  <context>
    <name>PackFiles</name>
    <message>
      <source>Cancelled. No file was written.</source>
      <translation>已取消。没有写入文件。</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was imported.</source>
      <translation>已取消。没有导入任何内容。</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export {0}</source>
      <translation>导出 {0}</translation>
    </message>
    <message>
      <source>Exported {0}.</source>
      <translation>已导出 {0}。</translation>
    </message>
    <message>
      <source>Exporting {0}…</source>
      <translation>正在导出 {0}…</translation>
    </message>
    <message>
      <source>Import packs</source>
      <translation>导入模型包</translation>
    </message>
    <message>
      <source>Importing {0}…</source>
      <translation>正在导入 {0}…</translation>
    </message>
    <message>
      <source>Spriteverse packs (*{0})</source>
      <translation>Spriteverse 模型包 (*{0})</translation>
    </message>
    <message>
      <source>Spriteverse packs (*{0});;All files (*)</source>
      <translation>Spriteverse 模型包 (*{0});;所有文件 (*)</translation>
    </message>
    <message>
      <source>{0} MB, in {1}</source>
      <translation>{0} MB，位于 {1}</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
    <message>
      <source>{0} packs are in your library.</source>
      <translation>{0} 个包已加入模型库。</translation>
    </message>
    <message>
      <source>“{0}” is in your library.</source>
      <translation>“{0}”已加入模型库。</translation>
    </message>
  </context>
  <context>
    <name>PackLoading</name>
    <message>
      <source>Engine ready</source>
      <translation>引擎就绪</translation>
    </message>
    <message>
      <source>Engine starts again…</source>
      <translation>引擎重新启动…</translation>
    </message>
    <message>
      <source>Engine starts…</source>
      <translation>引擎启动中…</translation>
    </message>
    <message>
      <source>Engine stopped</source>
      <translation>引擎已停止</translation>
    </message>
    <message>
      <source>Loading {0}…</source>
      <translation>正在加载 {0}…</translation>
    </message>
    <message>
      <source>Restart</source>
      <translation>重新启动</translation>
    </message>
  </context>
  <context>
    <name>PackPicker</name>
    <message>
      <source>Licence</source>
      <translation>许可</translation>
    </message>
    <message>
      <source>Model pack</source>
      <translation>模型包</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>No pack yet</source>
      <translation>还没有模型包</translation>
    </message>
    <message>
      <source>Sees at once</source>
      <translation>一次可见</translation>
    </message>
    <message>
      <source>Sees {0}×{0} pixels at once. Trained on {1}</source>
      <translation>一次可见 {0}×{0} 像素。训练数据：{1}</translation>
    </message>
    <message>
      <source>Train one on the Train page, or drop an .svpack file anywhere on this window.</source>
      <translation>请在训练页训练一个，或把 .svpack 文件拖到窗口任意处。</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>训练数据</translation>
    </message>
  </context>
  <context>
    <name>PackPreview</name>
    <message>
      <source>No preview</source>
      <translation>没有预览</translation>
    </message>
    <message>
      <source>What this pack draws</source>
      <translation>这个包画的内容</translation>
    </message>
  </context>
  <context>
    <name>PackWords</name>
    <message>
      <source>, measured on {0:,} lines it had not seen.</source>
      <translation>，以 {0:,} 行没见过的诗句测得。</translation>
    </message>
    <message>
      <source>, measured on {0:,} pictures it had not seen.</source>
      <translation>，以 {0:,} 张没见过的图片测得。</translation>
    </message>
    <message>
      <source>Bits per hidden pixel: {0}</source>
      <translation>每个隐去像素的比特数：{0}</translation>
    </message>
    <message>
      <source>Bits per pixel of a whole picture: {0:.2f}</source>
      <translation>整张图片每像素的比特数：{0:.2f}</translation>
    </message>
    <message>
      <source>From a line's code it gives back {0:.0f} % of lines word for word</source>
      <translation>由诗句的编码可逐字还原 {0:.0f} % 的诗句</translation>
    </message>
    <message>
      <source>From a picture's code it draws {0:.0f} % of the figure's pixels as they were</source>
      <translation>由图片的编码可原样画出图形 {0:.0f} % 的像素</translation>
    </message>
    <message>
      <source>Given back from the code: {0:.1f} % of lines, {1:.1f} % of their pieces</source>
      <translation>由编码还原：{0:.1f} % 的诗句，{1:.1f} % 的词元</translation>
    </message>
    <message>
      <source>Nats per line (minus ELBO): {0:.1f}, {1:.1f} of them in the code</source>
      <translation>每行纳特数（负 ELBO）：{0:.1f}，其中 {1:.1f} 在编码中</translation>
    </message>
    <message>
      <source>Of the family “{0}”, which this version does not use</source>
      <translation>属于“{0}”类，此版本不使用</translation>
    </message>
    <message>
      <source>Pixels as they were: {0:.1f} % of all, {1:.1f} % of the figure</source>
      <translation>与原图一致的像素：全部的 {0:.1f} %，图形的 {1:.1f} %</translation>
    </message>
    <message>
      <source>With the lower half hidden, each pixel is as hard to guess as one of {0:.1f} colours</source>
      <translation>隐去下半部时，每个像素相当于在 {0:.1f} 种颜色中猜一种</translation>
    </message>
    <message>
      <source>a box inside</source>
      <translation>内部方框</translation>
    </message>
    <message>
      <source>all hidden</source>
      <translation>全部隐去</translation>
    </message>
    <message>
      <source>less than a minute</source>
      <translation>不到一分钟</translation>
    </message>
    <message>
      <source>lines in Chinese</source>
      <translation>行中文诗句</translation>
    </message>
    <message>
      <source>lines in Latin letters</source>
      <translation>行拉丁文诗句</translation>
    </message>
    <message>
      <source>lower half</source>
      <translation>下半部</translation>
    </message>
    <message>
      <source>lower three quarters</source>
      <translation>下方四分之三</translation>
    </message>
    <message>
      <source>one minute</source>
      <translation>一分钟</translation>
    </message>
    <message>
      <source>one tag</source>
      <translation>一个标签</translation>
    </message>
    <message>
      <source>sees {0}×{0} pixels at once</source>
      <translation>一次可见 {0}×{0} 像素</translation>
    </message>
    <message>
      <source>{0:.1f} hours</source>
      <translation>{0:.1f} 小时</translation>
    </message>
    <message>
      <source>{0} colours</source>
      <translation>{0} 种颜色</translation>
    </message>
    <message>
      <source>{0} minutes</source>
      <translation>{0} 分钟</translation>
    </message>
    <message>
      <source>{0} tags</source>
      <translation>{0} 个标签</translation>
    </message>
  </context>
  <context>
    <name>PadPanel</name>
    <message>
      <source>&amp;Across</source>
      <translation>横向(&amp;A)</translation>
    </message>
    <message>
      <source>D&amp;own</source>
      <translation>纵向(&amp;O)</translation>
    </message>
    <message>
      <source>{0} {1:+.2f}, {2} {3:+.2f}</source>
      <translation>{0} {1:+.2f}，{2} {3:+.2f}</translation>
    </message>
  </context>
  <context>
    <name>PageButton</name>
    <message>
      <source>a training goes on</source>
      <translation>训练进行中</translation>
    </message>
  </context>
  <context>
    <name>PageHint</name>
    <message>
      <source>Go to the Train page</source>
      <translation>前往训练页</translation>
    </message>
    <message>
      <source>On the Train page, drop a folder with pictures of one kind and choose “{0}”: after some minutes to an hour, all on this computer, the pack is in the list here. Or drop someone else's .svpack file anywhere on this window.</source>
      <translation>在训练页拖入一个同类图片的文件夹，并选择“{0}”：几分钟到一小时后，模型包就会出现在这里的列表中，全程只在这台电脑上。也可以把别人的 .svpack 文件拖到窗口任意处。</translation>
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>A text file, or a folder of them: a line to a line.</source>
      <translation>一个文本文件，或装有文本文件的文件夹：每行一句。</translation>
    </message>
    <message>
      <source>Board page</source>
      <translation>图板页</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Drop verse here to train a pack that writes.</source>
      <translation>把诗句拖到这里，训练会写诗的模型包。</translation>
    </message>
    <message>
      <source>Explore page</source>
      <translation>探索页</translation>
    </message>
    <message>
      <source>Morph page</source>
      <translation>变形页</translation>
    </message>
    <message>
      <source>Verse page</source>
      <translation>诗页</translation>
    </message>
  </context>
  <context>
    <name>PaletteBar</name>
    <message>
      <source>&amp;Palette</source>
      <translation>调色板(&amp;P)</translation>
    </message>
    <message>
      <source>Add the colour in hand</source>
      <translation>添加当前颜色</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Lock the palette</source>
      <translation>锁定调色板</translation>
    </message>
    <message>
      <source>Lock the palette: drawing and completing keep to its colours</source>
      <translation>锁定调色板：绘画和补全只用其中的颜色</translation>
    </message>
    <message>
      <source>More for the palette</source>
      <translation>调色板的更多操作</translation>
    </message>
    <message>
      <source>Palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>Ramp between the two selected colours</source>
      <translation>在所选两种颜色之间渐变</translation>
    </message>
    <message>
      <source>Remove the selected colours (Delete)</source>
      <translation>移除所选颜色（Delete）</translation>
    </message>
    <message>
      <source>Swap the two colours (X)</source>
      <translation>交换两种颜色（X）</translation>
    </message>
    <message>
      <source>The colours that are seen on the sprite</source>
      <translation>精灵上可见的颜色</translation>
    </message>
    <message>
      <source>The palette of this sprite</source>
      <translation>这个精灵的调色板</translation>
    </message>
  </context>
  <context>
    <name>PaletteEditing</name>
    <message>
      <source>&amp;Copy colours as text</source>
      <translation>把颜色复制为文本(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Edit the colour…</source>
      <translation>编辑颜色(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Hold the sprite to these colours</source>
      <translation>让精灵只用这些颜色(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Load palette…</source>
      <translation>载入调色板(&amp;L)…</translation>
    </message>
    <message>
      <source>&amp;Merge near-equal colours</source>
      <translation>合并相近颜色(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Ramp between the two selected…</source>
      <translation>在所选两色之间渐变(&amp;R)…</translation>
    </message>
    <message>
      <source>A palette has at most {0} colours.</source>
      <translation>一个调色板最多 {0} 种颜色。</translation>
    </message>
    <message>
      <source>Add a colour</source>
      <translation>添加颜色</translation>
    </message>
    <message>
      <source>Colours between the two:</source>
      <translation>两者之间的颜色数：</translation>
    </message>
    <message>
      <source>Copied {0} colours as text.</source>
      <translation>已把 {0} 种颜色复制为文本。</translation>
    </message>
    <message>
      <source>Copy a list such as #ff8800.</source>
      <translation>请复制如 #ff8800 的列表。</translation>
    </message>
    <message>
      <source>Ctrl+Z takes it back.</source>
      <translation>Ctrl+Z 可撤销。</translation>
    </message>
    <message>
      <source>Edit a colour</source>
      <translation>编辑颜色</translation>
    </message>
    <message>
      <source>Edit {0}</source>
      <translation>编辑 {0}</translation>
    </message>
    <message>
      <source>Hold to the palette</source>
      <translation>只用调色板的颜色</translation>
    </message>
    <message>
      <source>Load {0}</source>
      <translation>载入 {0}</translation>
    </message>
    <message>
      <source>Lock the palette</source>
      <translation>锁定调色板</translation>
    </message>
    <message>
      <source>Merge colours</source>
      <translation>合并颜色</translation>
    </message>
    <message>
      <source>Move colours</source>
      <translation>移动颜色</translation>
    </message>
    <message>
      <source>No two of these colours are nearly equal.</source>
      <translation>这些颜色中没有相近的。</translation>
    </message>
    <message>
      <source>Pa&amp;ste colours</source>
      <translation>粘贴颜色(&amp;S)</translation>
    </message>
    <message>
      <source>Paste colours</source>
      <translation>粘贴颜色</translation>
    </message>
    <message>
      <source>Ramp</source>
      <translation>渐变</translation>
    </message>
    <message>
      <source>Re&amp;place the colour on the sprite too…</source>
      <translation>同时替换精灵上的颜色(&amp;P)…</translation>
    </message>
    <message>
      <source>Remove colours</source>
      <translation>移除颜色</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>请先移除一个。</translation>
    </message>
    <message>
      <source>Replace a colour</source>
      <translation>替换颜色</translation>
    </message>
    <message>
      <source>Replace {0}</source>
      <translation>替换 {0}</translation>
    </message>
    <message>
      <source>S&amp;ave palette…</source>
      <translation>保存调色板(&amp;A)…</translation>
    </message>
    <message>
      <source>S&amp;ort</source>
      <translation>排序(&amp;O)</translation>
    </message>
    <message>
      <source>Sho&amp;w the colours of the sprite</source>
      <translation>显示精灵的颜色(&amp;W)</translation>
    </message>
    <message>
      <source>Show the colours of the sprite</source>
      <translation>显示精灵的颜色</translation>
    </message>
    <message>
      <source>Sort by &amp;hue</source>
      <translation>按色相排序(&amp;H)</translation>
    </message>
    <message>
      <source>Sort by &amp;lightness</source>
      <translation>按亮度排序(&amp;L)</translation>
    </message>
    <message>
      <source>Sort by &amp;saturation</source>
      <translation>按饱和度排序(&amp;S)</translation>
    </message>
    <message>
      <source>Sort by &amp;use on the sprite</source>
      <translation>按使用次数排序(&amp;U)</translation>
    </message>
    <message>
      <source>Take a palette</source>
      <translation>取用调色板</translation>
    </message>
    <message>
      <source>The sprite has no other colours.</source>
      <translation>精灵没有其他颜色。</translation>
    </message>
    <message>
      <source>There are no colours on the clipboard.</source>
      <translation>剪贴板上没有颜色。</translation>
    </message>
    <message>
      <source>the palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>{0} colours became {1}.</source>
      <translation>{0} 种颜色合并为 {1} 种。</translation>
    </message>
    <message>
      <source>{0}: {1} colours.</source>
      <translation>{0}：{1} 种颜色。</translation>
    </message>
    <message>
      <source>“Hold the sprite to these colours” draws the sprite with them.</source>
      <translation>“让精灵只用这些颜色”会用它们重画精灵。</translation>
    </message>
  </context>
  <context>
    <name>PaletteFiles</name>
    <message>
      <source>Adobe colour table</source>
      <translation>Adobe 颜色表</translation>
    </message>
    <message>
      <source>GIMP and Aseprite</source>
      <translation>GIMP 和 Aseprite</translation>
    </message>
    <message>
      <source>Hexadecimal list</source>
      <translation>十六进制列表</translation>
    </message>
    <message>
      <source>JASC, for Game Boy tools</source>
      <translation>JASC（Game Boy 工具）</translation>
    </message>
    <message>
      <source>Load a palette</source>
      <translation>载入调色板</translation>
    </message>
    <message>
      <source>PNG picture</source>
      <translation>PNG 图片</translation>
    </message>
    <message>
      <source>Palettes and pictures ({0});;All files (*)</source>
      <translation>调色板和图片 ({0});;所有文件 (*)</translation>
    </message>
    <message>
      <source>Save the palette</source>
      <translation>保存调色板</translation>
    </message>
    <message>
      <source>Saved {0}.</source>
      <translation>已保存 {0}。</translation>
    </message>
    <message>
      <source>The file has no room for: {0}. A .gpl file keeps everything.</source>
      <translation>该文件无法保存：{0}。.gpl 文件可保留全部。</translation>
    </message>
    <message>
      <source>empty places</source>
      <translation>空位</translation>
    </message>
    <message>
      <source>names</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>transparency</source>
      <translation>透明度</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
  </context>
  <context>
    <name>PictureDetail</name>
    <message>
      <source>Fitted</source>
      <translation>适配</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>排除</translation>
    </message>
    <message>
      <source>Model's colours</source>
      <translation>模型所见颜色</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>原图</translation>
    </message>
    <message>
      <source>Take in again</source>
      <translation>重新采用</translation>
    </message>
    <message>
      <source>{0}×{1} px, {2} colours, {3}</source>
      <translation>{0}×{1} 像素，{2} 种颜色，{3}</translation>
    </message>
  </context>
  <context>
    <name>PictureDialog</name>
    <message>
      <source>Export animation or picture</source>
      <translation>导出动画或图片</translation>
    </message>
    <message>
      <source>{0} frames play {1} ms each, {2} s in all.</source>
      <translation>{0} 帧，每帧 {1} 毫秒，共 {2} 秒。</translation>
    </message>
    <message>
      <source>{0} frames play {1} to {2} ms each, {3} s in all.</source>
      <translation>{0} 帧，每帧 {1} 至 {2} 毫秒，共 {3} 秒。</translation>
    </message>
    <message>
      <source>{0} pictures.</source>
      <translation>{0} 张图片。</translation>
    </message>
    <message>
      <source>{0}×{1} pixels, {2}.</source>
      <translation>{0}×{1} 像素，{2}。</translation>
    </message>
  </context>
  <context>
    <name>PictureExporting</name>
    <message>
      <source>sprite</source>
      <translation>精灵</translation>
    </message>
  </context>
  <context>
    <name>PictureFields</name>
    <message>
      <source>&amp;Indexed: in the sprite's palette</source>
      <translation>索引色：使用精灵的调色板(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>类型(&amp;K)</translation>
    </message>
    <message>
      <source>Animated PNG</source>
      <translation>动态 PNG</translation>
    </message>
    <message>
      <source>Aseprite, with layers and tags</source>
      <translation>Aseprite 文件（含图层和标签）</translation>
    </message>
    <message>
      <source>F&amp;rames</source>
      <translation>帧(&amp;R)</translation>
    </message>
    <message>
      <source>GIF animation</source>
      <translation>GIF 动画</translation>
    </message>
    <message>
      <source>Kind of file</source>
      <translation>文件类型</translation>
    </message>
    <message>
      <source>PNG of every frame</source>
      <translation>每帧一张 PNG</translation>
    </message>
    <message>
      <source>PNG of this frame</source>
      <translation>当前帧的 PNG</translation>
    </message>
    <message>
      <source>Si&amp;ze</source>
      <translation>倍数(&amp;Z)</translation>
    </message>
    <message>
      <source>Size: every pixel becomes a square of so many</source>
      <translation>倍数：每个像素变成这么大的方块</translation>
    </message>
    <message>
      <source>WebP animation</source>
      <translation>WebP 动画</translation>
    </message>
  </context>
  <context>
    <name>PictureGrid</name>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
  </context>
  <context>
    <name>PicturePanel</name>
    <message>
      <source>The picture</source>
      <translation>图片</translation>
    </message>
  </context>
  <context>
    <name>Playing</name>
    <message>
      <source>Again and again (l&amp;oop)</source>
      <translation>循环播放(&amp;O)</translation>
    </message>
    <message>
      <source>Pa&amp;use</source>
      <translation>暂停(&amp;U)</translation>
    </message>
    <message>
      <source>Pla&amp;y</source>
      <translation>播放(&amp;Y)</translation>
    </message>
  </context>
  <context>
    <name>PoemCardDialog</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Poem card</source>
      <translation>诗卡</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>保存…</translation>
    </message>
    <message>
      <source>The poem beside the sprite of the canvas</source>
      <translation>诗与画布上的精灵并排</translation>
    </message>
  </context>
  <context>
    <name>PoemView</name>
    <message>
      <source>An empty line: write it, or have it written with Ctrl+Enter</source>
      <translation>空行：自己写，或按 Ctrl+Enter 让模型写</translation>
    </message>
    <message>
      <source>Begin with two fresh lines</source>
      <translation>以两行新诗句开头</translation>
    </message>
    <message>
      <source>Enter brings the line between.</source>
      <translation>按回车写出中间一行。</translation>
    </message>
    <message>
      <source>Enter brings {0} lines between.</source>
      <translation>按回车写出中间 {0} 行。</translation>
    </message>
    <message>
      <source>First line</source>
      <translation>首行</translation>
    </message>
    <message>
      <source>Last line</source>
      <translation>末行</translation>
    </message>
    <message>
      <source>Line {0}</source>
      <translation>第 {0} 行</translation>
    </message>
    <message>
      <source>The poem</source>
      <translation>诗</translation>
    </message>
    <message>
      <source>Title of the poem</source>
      <translation>诗的标题</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>无题</translation>
    </message>
    <message>
      <source>Write the first line</source>
      <translation>写首行</translation>
    </message>
    <message>
      <source>Write the last line</source>
      <translation>写末行</translation>
    </message>
  </context>
  <context>
    <name>Preparation</name>
    <message>
      <source>A setting is out of its range: it is marked.</source>
      <translation>有设置超出范围：已标出。</translation>
    </message>
    <message>
      <source>Choose pictures or verse first.</source>
      <translation>请先选择图片或诗句。</translation>
    </message>
    <message>
      <source>Give the pack a name.</source>
      <translation>请给模型包起名。</translation>
    </message>
    <message>
      <source>The engine sent a report that cannot be read.</source>
      <translation>引擎发来的报告无法读取。</translation>
    </message>
    <message>
      <source>The files are being looked at.</source>
      <translation>正在查看文件。</translation>
    </message>
    <message>
      <source>The files could not be looked at.</source>
      <translation>无法查看文件。</translation>
    </message>
    <message>
      <source>There is a pack of this name already: choose another name.</source>
      <translation>已有同名模型包：请换一个名称。</translation>
    </message>
  </context>
  <context>
    <name>PriorWords</name>
    <message>
      <source>N(0, 1)</source>
      <translation>N(0, 1)</translation>
    </message>
    <message>
      <source>the mixture</source>
      <translation>混合</translation>
    </message>
  </context>
  <context>
    <name>RandomBoard</name>
    <message>
      <source>&amp;Seed</source>
      <translation>种子(&amp;S)</translation>
    </message>
    <message>
      <source>A click copies a seed</source>
      <translation>单击复制种子</translation>
    </message>
    <message>
      <source>Begin with this seed</source>
      <translation>从这个种子开始</translation>
    </message>
    <message>
      <source>Codes of a Gaussian mixture fitted to the training pictures</source>
      <translation>取自对训练图片拟合的高斯混合</translation>
    </message>
    <message>
      <source>Codes of the bell curve that the training pushed towards</source>
      <translation>取自训练所趋向的钟形曲线</translation>
    </message>
    <message>
      <source>Copy seed</source>
      <translation>复制种子</translation>
    </message>
    <message>
      <source>Copy seed {0}</source>
      <translation>复制种子 {0}</translation>
    </message>
    <message>
      <source>Eight from N(0, 1), towards which the training pushed all codes, and eight from a Gaussian mixture fitted to the codes of the training pictures. A click on one explores it.</source>
      <translation>八张取自 N(0, 1)（训练让所有编码趋向它），八张取自对训练图片编码拟合的高斯混合。单击一张即可探索。</translation>
    </message>
    <message>
      <source>Explore</source>
      <translation>探索</translation>
    </message>
    <message>
      <source>From
N(0, 1)</source>
      <translation>取自
N(0, 1)</translation>
    </message>
    <message>
      <source>From the
mixture</source>
      <translation>取自
混合</translation>
    </message>
    <message>
      <source>Low: what is usual for the pack. High: surprises.</source>
      <translation>低：该包的常见样子。高：出人意料。</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>New pictures</source>
      <translation>新图片</translation>
    </message>
    <message>
      <source>Random</source>
      <translation>随机</translation>
    </message>
    <message>
      <source>Random pictures</source>
      <translation>随机图片</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seed {0}</source>
      <translation>种子 {0}</translation>
    </message>
    <message>
      <source>Seed {0} from {1}, variety {2:.2f}</source>
      <translation>种子 {0}，取自{1}，变化 {2:.2f}</translation>
    </message>
    <message>
      <source>The seeds that follow</source>
      <translation>接下来的种子</translation>
    </message>
    <message>
      <source>Variet&amp;y</source>
      <translation>变化(&amp;Y)</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>变化</translation>
    </message>
  </context>
  <context>
    <name>RandomPictures</name>
    <message>
      <source>The engine sent other pictures than were asked for.</source>
      <translation>引擎发来的图片与请求的不符。</translation>
    </message>
  </context>
  <context>
    <name>Recovery</name>
    <message>
      <source>No recovery copy could be made: {0}</source>
      <translation>无法制作恢复副本：{0}</translation>
    </message>
    <message>
      <source>Spriteverse ended before these were saved. One click opens a copy.</source>
      <translation>Spriteverse 在保存这些作品之前退出了。单击即可打开副本。</translation>
    </message>
    <message>
      <source>Work of the last seven days, from windows that are closed. One click opens a copy.</source>
      <translation>最近七天、已关闭窗口中的作品。单击即可打开副本。</translation>
    </message>
  </context>
  <context>
    <name>RecoveryList</name>
    <message>
      <source>Copies are kept for seven days; File &gt; Recover… shows them again.</source>
      <translation>副本保留七天；“文件 &gt; 恢复…”可再次查看。</translation>
    </message>
    <message>
      <source>New sprite</source>
      <translation>新精灵</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Recovery copies</source>
      <translation>恢复副本</translation>
    </message>
    <message>
      <source>There are no copies: nothing was lost.</source>
      <translation>没有副本：没有丢失任何作品。</translation>
    </message>
    <message>
      <source>{0} frames</source>
      <translation>{0} 帧</translation>
    </message>
    <message>
      <source>{0} layers</source>
      <translation>{0} 个图层</translation>
    </message>
  </context>
  <context>
    <name>ReplaceDialog</name>
    <message>
      <source>By</source>
      <translation>替换为</translation>
    </message>
    <message>
      <source>Colour to replace</source>
      <translation>要替换的颜色</translation>
    </message>
    <message>
      <source>New colour</source>
      <translation>新颜色</translation>
    </message>
    <message>
      <source>On all layers and frames</source>
      <translation>在所有图层和帧上</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replace colour</source>
      <translation>替换颜色</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
  </context>
  <context>
    <name>Reshaping</name>
    <message>
      <source>&amp;Canvas size…</source>
      <translation>画布大小(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Scale</source>
      <translation>缩放(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Trim to what is drawn</source>
      <translation>裁到已画内容(&amp;T)</translation>
    </message>
    <message>
      <source>A side has at most {0} pixels.</source>
      <translation>边长最多 {0} 像素。</translation>
    </message>
    <message>
      <source>Canvas size</source>
      <translation>画布大小</translation>
    </message>
    <message>
      <source>Change the canvas size first (C).</source>
      <translation>请先更改画布大小（C）。</translation>
    </message>
    <message>
      <source>Cr&amp;op to the selection</source>
      <translation>裁剪到选区(&amp;O)</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>Flip &amp;across</source>
      <translation>水平翻转(&amp;A)</translation>
    </message>
    <message>
      <source>Flip &amp;down</source>
      <translation>垂直翻转(&amp;D)</translation>
    </message>
    <message>
      <source>Flip across</source>
      <translation>水平翻转</translation>
    </message>
    <message>
      <source>Flip down</source>
      <translation>垂直翻转</translation>
    </message>
    <message>
      <source>Nothing is drawn yet: there is nothing to trim to.</source>
      <translation>还什么都没画，无处可裁。</translation>
    </message>
    <message>
      <source>Nothing is selected yet.</source>
      <translation>还没有选区。</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Select what is to stay, then crop.</source>
      <translation>请先选择要保留的部分，再裁剪。</translation>
    </message>
    <message>
      <source>T&amp;urn upside down</source>
      <translation>旋转 180°(&amp;U)</translation>
    </message>
    <message>
      <source>That would be too large.</source>
      <translation>那样会太大。</translation>
    </message>
    <message>
      <source>Trim</source>
      <translation>裁边</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>旋转</translation>
    </message>
    <message>
      <source>Turn left</source>
      <translation>向左旋转</translation>
    </message>
    <message>
      <source>Turn right</source>
      <translation>向右旋转</translation>
    </message>
    <message>
      <source>Turn to the &amp;left</source>
      <translation>向左旋转 90°(&amp;L)</translation>
    </message>
    <message>
      <source>Turn to the &amp;right</source>
      <translation>向右旋转 90°(&amp;R)</translation>
    </message>
    <message>
      <source>{0} cannot be divided by {1} without a rest.</source>
      <translation>{0} 不能被 {1} 整除。</translation>
    </message>
  </context>
  <context>
    <name>Rolling</name>
    <message>
      <source>Drawing random pictures…</source>
      <translation>正在绘制随机图片…</translation>
    </message>
  </context>
  <context>
    <name>RulesPanel</name>
    <message>
      <source>&amp;Others for each line</source>
      <translation>每行备选数(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Temperature</source>
      <translation>温度(&amp;T)</translation>
    </message>
    <message>
      <source>Hold the length</source>
      <translation>固定长度</translation>
    </message>
    <message>
      <source>Hold the rhyme</source>
      <translation>固定押韵</translation>
    </message>
    <message>
      <source>Hold the tone pattern</source>
      <translation>固定平仄</translation>
    </message>
    <message>
      <source>Hold to</source>
      <translation>约束</translation>
    </message>
    <message>
      <source>Length of every line</source>
      <translation>每行的长度</translation>
    </message>
    <message>
      <source>Lines rhyme with the first line or with the last</source>
      <translation>诗句与首行或末行押韵</translation>
    </message>
    <message>
      <source>Lock a line with Ctrl+L, or the word at the cursor with Ctrl+Shift+L, and write again: what is locked stays. Ctrl+Enter has other lines written for one place; Ctrl+Down takes the next of them.</source>
      <translation>用 Ctrl+L 锁定一行，或用 Ctrl+Shift+L 锁定光标处的词，然后再写：锁定的保持不变。Ctrl+Enter 为一处换写诗句；Ctrl+Down 取下一个。</translation>
    </message>
    <message>
      <source>New lines only</source>
      <translation>仅限新句</translation>
    </message>
    <message>
      <source>No line that the verse the pack learned from holds word for word</source>
      <translation>不含模型包所学诗句中一字不差的句子</translation>
    </message>
    <message>
      <source>Others for each line</source>
      <translation>每行备选数</translation>
    </message>
    <message>
      <source>Otherwise lengths go step by step from the first line's to the last's</source>
      <translation>否则长度从首行逐步过渡到末行</translation>
    </message>
    <message>
      <source>Otherwise: the likeliest line of each point of the way, as papers have it</source>
      <translation>否则：取路径上每一点最可能的诗句，如论文所述</translation>
    </message>
    <message>
      <source>Plain keeps to what is likely; wild takes what comes. 1 is as real verse.</source>
      <translation>平实取常见，奔放随机缘。1 与真实诗句相当。</translation>
    </message>
    <message>
      <source>Search for the best way</source>
      <translation>搜索最佳路径</translation>
    </message>
    <message>
      <source>Show them for every line</source>
      <translation>每行都显示</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <source>The regulated pattern that comes nearest to the two ends'</source>
      <translation>最接近首尾两行的格律</translation>
    </message>
    <message>
      <source>characters</source>
      <translation>字</translation>
    </message>
    <message>
      <source>plain</source>
      <translation>平实</translation>
    </message>
    <message>
      <source>syllables</source>
      <translation>音节</translation>
    </message>
    <message>
      <source>wild</source>
      <translation>奔放</translation>
    </message>
  </context>
  <context>
    <name>RunList</name>
    <message>
      <source> · {0:.2f}</source>
      <translation> · {0:.2f}</translation>
    </message>
    <message>
      <source>Broke off {0}</source>
      <translation>中断于 {0}</translation>
    </message>
    <message>
      <source>Failed {0}</source>
      <translation>失败于 {0}</translation>
    </message>
    <message>
      <source>Finished {0}</source>
      <translation>完成于 {0}</translation>
    </message>
    <message>
      <source>Paused at {0} %</source>
      <translation>暂停于 {0} %</translation>
    </message>
    <message>
      <source>Starts…</source>
      <translation>正在启动…</translation>
    </message>
    <message>
      <source>Stopped {0}</source>
      <translation>停止于 {0}</translation>
    </message>
    <message>
      <source>Trainings</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>{0} %</source>
      <translation>{0} %</translation>
    </message>
  </context>
  <context>
    <name>RunNotice</name>
    <message>
      <source>A training that broke off</source>
      <translation>中断的训练</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>删除…</translation>
    </message>
    <message>
      <source>Keep what there is</source>
      <translation>保留已有成果</translation>
    </message>
    <message>
      <source>Not now: it stays on the Train page</source>
      <translation>以后再说：它会留在训练页</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>The training “{0}” broke off before its end.</source>
      <translation>训练“{0}”中途断开了。</translation>
    </message>
  </context>
  <context>
    <name>RunView</name>
    <message>
      <source>Best held-out figure {0:.3f} at step {1:,}</source>
      <translation>最佳留出值 {0:.3f}，在第 {1:,} 步</translation>
    </message>
    <message>
      <source>Broke off before its end: resume it, or keep what there is.</source>
      <translation>中途断开：可继续，或保留已有成果。</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>删除…</translation>
    </message>
    <message>
      <source>Ends it properly, with the best weights so far as its pack</source>
      <translation>正常收尾，以目前最佳权重作为模型包</translation>
    </message>
    <message>
      <source>Failed.</source>
      <translation>失败。</translation>
    </message>
    <message>
      <source>Finished: its pack is in the lists and in the library.</source>
      <translation>完成：模型包已在列表和模型库中。</translation>
    </message>
    <message>
      <source>Goes on from the last saved state</source>
      <translation>从上次保存的状态继续</translation>
    </message>
    <message>
      <source>Keep what there is</source>
      <translation>保留已有成果</translation>
    </message>
    <message>
      <source>Measures once more and keeps the pack</source>
      <translation>再测量一次并保留模型包</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Paused; the model stays loaded.</source>
      <translation>已暂停；模型仍在内存中。</translation>
    </message>
    <message>
      <source>Pauses after this step…</source>
      <translation>这一步之后暂停…</translation>
    </message>
    <message>
      <source>Progress of the training</source>
      <translation>训练进度</translation>
    </message>
    <message>
      <source>Remarks of the training</source>
      <translation>训练备注</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Saves where it stands, so that it can be resumed; the pack stays the last best one</source>
      <translation>保存当前状态以便继续；模型包保持上次最佳</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop now</source>
      <translation>立即停止</translation>
    </message>
    <message>
      <source>Stopped; what it had learnt is saved.</source>
      <translation>已停止；学到的内容已保存。</translation>
    </message>
    <message>
      <source>Stops: it measures once more and saves, which takes a moment…</source>
      <translation>正在停止：再测量一次并保存，需要片刻…</translation>
    </message>
    <message>
      <source>The model stays loaded</source>
      <translation>模型仍在内存中</translation>
    </message>
    <message>
      <source>Trains. You can draw meanwhile, or close the window: it goes on.</source>
      <translation>训练中。您可以继续绘画，或关闭窗口：训练会继续。</translation>
    </message>
    <message>
      <source>With the best weights so far; the training goes on</source>
      <translation>用目前最佳的权重；训练继续</translation>
    </message>
    <message>
      <source>step {0:,} of {1:,}</source>
      <translation>第 {0:,} 步，共 {1:,} 步</translation>
    </message>
    <message>
      <source>trained for {0}</source>
      <translation>已训练 {0}</translation>
    </message>
    <message>
      <source>{0:,.0f} MB memory</source>
      <translation>内存 {0:,.0f} MB</translation>
    </message>
    <message>
      <source>{0} left</source>
      <translation>还需 {0}</translation>
    </message>
  </context>
  <context>
    <name>Saving</name>
    <message>
      <source>A project keeps them, and the steps that can be undone.</source>
      <translation>工程文件会保留它们，以及可撤销的步骤。</translation>
    </message>
    <message>
      <source>It holds what is seen of this frame; a project keeps layers and frames.</source>
      <translation>它只含这一帧的可见内容；工程文件会保留图层和帧。</translation>
    </message>
    <message>
      <source>Layers and frames</source>
      <translation>图层和帧</translation>
    </message>
    <message>
      <source>PNG picture (*.png)</source>
      <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
      <source>Save as PNG</source>
      <translation>另存为 PNG</translation>
    </message>
    <message>
      <source>Save as project</source>
      <translation>另存为工程</translation>
    </message>
    <message>
      <source>Save as project…</source>
      <translation>另存为工程…</translation>
    </message>
    <message>
      <source>Save what is seen</source>
      <translation>保存可见内容</translation>
    </message>
    <message>
      <source>Saved {0}.</source>
      <translation>已保存 {0}。</translation>
    </message>
    <message>
      <source>Spriteverse project (*.sprv)</source>
      <translation>Spriteverse 工程 (*.sprv)</translation>
    </message>
    <message>
      <source>sprite</source>
      <translation>精灵</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
    <message>
      <source>“{0}” cannot keep layers and frames: a PNG is one picture.</source>
      <translation>“{0}”无法保留图层和帧：PNG 只是一张图片。</translation>
    </message>
  </context>
  <context>
    <name>SeedField</name>
    <message>
      <source>Copy the seed</source>
      <translation>复制种子</translation>
    </message>
    <message>
      <source>Keep this seed for the next press</source>
      <translation>下次仍用这个种子</translation>
    </message>
    <message>
      <source>Roll another seed</source>
      <translation>换一个种子</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>The same seed and settings draw the same pixels again</source>
      <translation>同样的种子和设置会画出同样的像素</translation>
    </message>
  </context>
  <context>
    <name>Selecting</name>
    <message>
      <source>&amp;Invert selection</source>
      <translation>反选(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Reselect</source>
      <translation>重新选择(&amp;R)</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>全选(&amp;A)</translation>
    </message>
    <message>
      <source>Select &amp;nothing</source>
      <translation>取消选区(&amp;N)</translation>
    </message>
    <message>
      <source>What is &amp;drawn on the layer</source>
      <translation>图层上已画的内容(&amp;D)</translation>
    </message>
  </context>
  <context>
    <name>SheetDialog</name>
    <message>
      <source>, {0} of them on the sheet</source>
      <translation>，表上占 {0} 处</translation>
    </message>
    <message>
      <source>Export sprite sheet</source>
      <translation>导出精灵表</translation>
    </message>
    <message>
      <source>{0}×{1} pixels, {2} frames</source>
      <translation>{0}×{1} 像素，{2} 帧</translation>
    </message>
  </context>
  <context>
    <name>SheetExporting</name>
    <message>
      <source>sprite</source>
      <translation>精灵</translation>
    </message>
    <message>
      <source>{0} frames on {1}×{2} pixels.</source>
      <translation>{0} 帧，{1}×{2} 像素。</translation>
    </message>
    <message>
      <source>{0}-sheet</source>
      <translation>{0}-sheet</translation>
    </message>
  </context>
  <context>
    <name>SheetFields</name>
    <message>
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <source>&amp;Border</source>
      <translation>外边(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Columns</source>
      <translation>列数(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Extrude: repeat the outermost pixels</source>
      <translation>外扩：重复最外圈像素(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;For</source>
      <translation>用于(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Inner padding</source>
      <translation>内边距(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Layout</source>
      <translation>排布(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Merge frames that look the same</source>
      <translation>合并相同的帧(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Names</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Spacing</source>
      <translation>间距(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Trim</source>
      <translation>裁边(&amp;T)</translation>
    </message>
    <message>
      <source>A column for each tag</source>
      <translation>每个标签一列</translation>
    </message>
    <message>
      <source>A row for each tag</source>
      <translation>每个标签一行</translation>
    </message>
    <message>
      <source>All frames alike</source>
      <translation>所有帧一致</translation>
    </message>
    <message>
      <source>Cells in a row</source>
      <translation>每行格数</translation>
    </message>
    <message>
      <source>Clear edges to cut off</source>
      <translation>要裁去的透明边</translation>
    </message>
    <message>
      <source>Clear pixels between frames</source>
      <translation>帧之间的透明像素</translation>
    </message>
    <message>
      <source>Clear pixels round each frame that belong to it</source>
      <translation>每帧四周属于该帧的透明像素</translation>
    </message>
    <message>
      <source>Clear pixels round the sheet</source>
      <translation>整张表四周的透明像素</translation>
    </message>
    <message>
      <source>Each frame by itself</source>
      <translation>逐帧裁切</translation>
    </message>
    <message>
      <source>Each visible la&amp;yer by itself</source>
      <translation>每个可见图层单独导出(&amp;Y)</translation>
    </message>
    <message>
      <source>F&amp;rames</source>
      <translation>帧(&amp;R)</translation>
    </message>
    <message>
      <source>For example {title} {frame}, {tag}-{tagframe01} or {layer} {frame}</source>
      <translation>例如 {title} {frame}、{tag}-{tagframe01} 或 {layer} {frame}</translation>
    </message>
    <message>
      <source>Game Boy Advance: 16 colours</source>
      <translation>Game Boy Advance：16 色</translation>
    </message>
    <message>
      <source>Godot: a plain grid</source>
      <translation>Godot：普通网格</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>JSON array, as Aseprite’s</source>
      <translation>JSON 数组（同 Aseprite）</translation>
    </message>
    <message>
      <source>JSON hash, as Aseprite’s</source>
      <translation>JSON 散列（同 Aseprite）</translation>
    </message>
    <message>
      <source>Names of the frames</source>
      <translation>帧的名称</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>不裁</translation>
    </message>
    <message>
      <source>Packed</source>
      <translation>紧凑</translation>
    </message>
    <message>
      <source>Phaser</source>
      <translation>Phaser 引擎</translation>
    </message>
    <message>
      <source>Si&amp;ze</source>
      <translation>倍数(&amp;Z)</translation>
    </message>
    <message>
      <source>Size: every pixel becomes a square of so many</source>
      <translation>倍数：每个像素变成这么大的方块</translation>
    </message>
    <message>
      <source>What the sheet is for</source>
      <translation>精灵表的用途</translation>
    </message>
    <message>
      <source>Where the frames go</source>
      <translation>帧的排布方式</translation>
    </message>
    <message>
      <source>as square as can be</source>
      <translation>尽量接近正方形</translation>
    </message>
    <message>
      <source>as usual for what it is for</source>
      <translation>按用途的惯例</translation>
    </message>
  </context>
  <context>
    <name>SheetImporting</name>
    <message>
      <source>Choose again…</source>
      <translation>重新选择…</translation>
    </message>
    <message>
      <source>Import a sheet</source>
      <translation>导入精灵表</translation>
    </message>
    <message>
      <source>Reading {0}…</source>
      <translation>正在读取 {0}…</translation>
    </message>
    <message>
      <source>Sheets (*.png *.webp *.bmp *.gif *.jpg *.jpeg);;All files (*)</source>
      <translation>精灵表 (*.png *.webp *.bmp *.gif *.jpg *.jpeg);;所有文件 (*)</translation>
    </message>
  </context>
  <context>
    <name>SheetView</name>
    <message>
      <source>Preview of the sheet</source>
      <translation>精灵表预览</translation>
    </message>
    <message>
      <source>{0} frames on {1}×{2} pixels</source>
      <translation>{0} 帧，{1}×{2} 像素</translation>
    </message>
  </context>
  <context>
    <name>ShelfPanel</name>
    <message>
      <source>Ctrl+S keeps the poem: it is here again next time.</source>
      <translation>Ctrl+S 保留这首诗：下次打开还在。</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <source>Keep this poem</source>
      <translation>保留这首诗</translation>
    </message>
    <message>
      <source>Kept poems</source>
      <translation>保留的诗</translation>
    </message>
    <message>
      <source>No poem has a star yet.</source>
      <translation>还没有加星标的诗。</translation>
    </message>
    <message>
      <source>Only starred</source>
      <translation>仅星标</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>加星标</translation>
    </message>
    <message>
      <source>Unstar</source>
      <translation>取消星标</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>无题</translation>
    </message>
    <message>
      <source>starred, </source>
      <translation>已加星标，</translation>
    </message>
    <message>
      <source>{0}{1} lines</source>
      <translation>{0}{1} 行</translation>
    </message>
  </context>
  <context>
    <name>Sidebar</name>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
  </context>
  <context>
    <name>SizeDialog</name>
    <message>
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
  </context>
  <context>
    <name>SpriteCard</name>
    <message>
      <source>Its folder is not at hand: choose the one that the pack was trained on</source>
      <translation>找不到它的文件夹：请选训练该包所用的文件夹</translation>
    </message>
    <message>
      <source>Nearest: {0}</source>
      <translation>最接近：{0}</translation>
    </message>
    <message>
      <source>This sprite</source>
      <translation>这个精灵</translation>
    </message>
  </context>
  <context>
    <name>SpriteGrid</name>
    <message>
      <source>Sprites</source>
      <translation>精灵</translation>
    </message>
  </context>
  <context>
    <name>SpriteModel</name>
    <message>
      <source>moved</source>
      <translation>已移动</translation>
    </message>
    <message>
      <source>starred</source>
      <translation>已加星标</translation>
    </message>
    <message>
      <source>still to come</source>
      <translation>尚未画出</translation>
    </message>
  </context>
  <context>
    <name>SpritePanel</name>
    <message>
      <source>Choose a sprite on the board: here it can be moved, varied and crossed.</source>
      <translation>在图板上选一个精灵：可在这里移动、变化和杂交。</translation>
    </message>
    <message>
      <source>Cross two</source>
      <translation>杂交两个</translation>
    </message>
    <message>
      <source>How far from the chosen sprite: small keeps its looks, large only its kind</source>
      <translation>离所选精灵多远：小则保留样貌，大则只保留种类</translation>
    </message>
    <message>
      <source>Is it new? The training sprite that it comes nearest to</source>
      <translation>它是全新的吗？与它最接近的训练精灵</translation>
    </message>
    <message>
      <source>More like this</source>
      <translation>更多相似</translation>
    </message>
    <message>
      <source>No sprite chosen</source>
      <translation>未选精灵</translation>
    </message>
    <message>
      <source>R&amp;adius</source>
      <translation>半径(&amp;A)</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>半径</translation>
    </message>
    <message>
      <source>Show the nearest picture…</source>
      <translation>显示最接近的图片…</translation>
    </message>
    <message>
      <source>The chosen sprite</source>
      <translation>所选精灵</translation>
    </message>
    <message>
      <source>The nearest training picture</source>
      <translation>最接近的训练图片</translation>
    </message>
  </context>
  <context>
    <name>SpriteWords</name>
    <message>
      <source> and {0} more</source>
      <translation> 等，另有 {0} 个</translation>
    </message>
    <message>
      <source>1 sprite</source>
      <translation>1 个精灵</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>From</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>Pack</source>
      <translation>模型包</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>变化</translation>
    </message>
    <message>
      <source>along {0} directions since it was made</source>
      <translation>生成后沿 {0} 个方向移动过</translation>
    </message>
    <message>
      <source>chosen by the model</source>
      <translation>由模型选择</translation>
    </message>
    <message>
      <source>from {0}</source>
      <translation>来自 {0}</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>已移动</translation>
    </message>
    <message>
      <source>tag {0}</source>
      <translation>标签 {0}</translation>
    </message>
    <message>
      <source>variety {0:.2f}</source>
      <translation>变化 {0:.2f}</translation>
    </message>
    <message>
      <source>{0} of {1} chosen</source>
      <translation>已选 {0} 个，共 {1} 个</translation>
    </message>
    <message>
      <source>{0} sprites</source>
      <translation>{0} 个精灵</translation>
    </message>
    <message>
      <source>{0} to come</source>
      <translation>还有 {0} 个</translation>
    </message>
    <message>
      <source>{0}, held to</source>
      <translation>{0}，颜色取自</translation>
    </message>
  </context>
  <context>
    <name>Stage</name>
    <message>
      <source>Arrow keys step through the frames, Space plays and pauses</source>
      <translation>方向键逐帧查看，空格播放和暂停</translation>
    </message>
    <message>
      <source>Frame of the morph</source>
      <translation>变形的帧</translation>
    </message>
  </context>
  <context>
    <name>Steering</name>
    <message>
      <source>A pack that it has finished stays in your library.</source>
      <translation>已完成的模型包会留在模型库中。</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete a training</source>
      <translation>删除训练</translation>
    </message>
    <message>
      <source>Delete the training “{0}” with its curves, previews and saved state?</source>
      <translation>删除训练“{0}”及其曲线、预览和保存的状态吗？</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>继续训练</translation>
    </message>
    <message>
      <source>Keep training without the window? Open Spriteverse again to see how it does.</source>
      <translation>关闭窗口后继续训练吗？再次打开 Spriteverse 即可查看进展。</translation>
    </message>
    <message>
      <source>Stop and save</source>
      <translation>停止并保存</translation>
    </message>
    <message>
      <source>The training “{0}” goes on.</source>
      <translation>训练“{0}”继续进行。</translation>
    </message>
    <message>
      <source>The training “{0}” is brought to its end; its pack follows.</source>
      <translation>训练“{0}”正在收尾；随后得到模型包。</translation>
    </message>
    <message>
      <source>Trainings</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>{0} trainings go on.</source>
      <translation>{0} 个训练继续进行。</translation>
    </message>
  </context>
  <context>
    <name>SubjectWords</name>
    <message>
      <source>A row is a line it has not seen, a square a piece: light where its code gives it back.</source>
      <translation>每行是一句没见过的诗，每格是一个词元：由编码还原的为亮色。</translation>
    </message>
    <message>
      <source>Lines per step</source>
      <translation>每步行数</translation>
    </message>
    <message>
      <source>Passes over the lines</source>
      <translation>遍历诗句次数</translation>
    </message>
    <message>
      <source>Passes over the pictures</source>
      <translation>遍历图片次数</translation>
    </message>
    <message>
      <source>Pictures per step</source>
      <translation>每步图片数</translation>
    </message>
    <message>
      <source>Starts: the lines are read and the model is built…</source>
      <translation>正在启动：读取诗句并建立模型…</translation>
    </message>
    <message>
      <source>Starts: the pictures are read and the model is built…</source>
      <translation>正在启动：读取图片并建立模型…</translation>
    </message>
    <message>
      <source>What does this move do to a line? Night, shorter, nearer the sea…</source>
      <translation>这一步会让诗句怎样？入夜、更短、更近大海…</translation>
    </message>
    <message>
      <source>What does this move do? Wings, rounder, darker…</source>
      <translation>这一步会怎样？长出翅膀、更圆、更暗…</translation>
    </message>
    <message>
      <source>What it draws</source>
      <translation>它画的内容</translation>
    </message>
    <message>
      <source>What it gives back</source>
      <translation>还原结果</translation>
    </message>
    <message>
      <source>{0:,} lines of {1}</source>
      <translation>{0:,} 行，取自{1}</translation>
    </message>
    <message>
      <source>{0:,} pictures of {1}</source>
      <translation>{0:,} 张图片，取自{1}</translation>
    </message>
    <message>
      <source>{0} lines/s</source>
      <translation>{0} 行/秒</translation>
    </message>
    <message>
      <source>{0} pictures/s</source>
      <translation>{0} 张/秒</translation>
    </message>
    <message>
      <source>“{0}” is a slider now, and can be chosen for the pad.</source>
      <translation>“{0}”现在是滑块，也可用于平面。</translation>
    </message>
    <message>
      <source>“{0}” is a slider now.</source>
      <translation>“{0}”现在是滑块。</translation>
    </message>
  </context>
  <context>
    <name>SwatchGrid</name>
    <message>
      <source>Palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>{0}, {1} of {2}, {3} selected</source>
      <translation>{0}，第 {1} 个，共 {2} 个，已选 {3} 个</translation>
    </message>
  </context>
  <context>
    <name>Swatches</name>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>transparent</source>
      <translation>透明</translation>
    </message>
  </context>
  <context>
    <name>TagDialog</name>
    <message>
      <source> ×</source>
      <translation> ×</translation>
    </message>
    <message>
      <source>&amp;Colour</source>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Direction</source>
      <translation>方向(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;First frame</source>
      <translation>第一帧(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Last frame</source>
      <translation>最后一帧(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Repeat</source>
      <translation>重复(&amp;R)</translation>
    </message>
    <message>
      <source>Back and there</source>
      <translation>先倒后正</translation>
    </message>
    <message>
      <source>Backwards</source>
      <translation>倒放</translation>
    </message>
    <message>
      <source>Colour of the tag</source>
      <translation>标签颜色</translation>
    </message>
    <message>
      <source>Colour {0}</source>
      <translation>颜色 {0}</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>First frame</source>
      <translation>第一帧</translation>
    </message>
    <message>
      <source>Forwards</source>
      <translation>正放</translation>
    </message>
    <message>
      <source>Last frame</source>
      <translation>最后一帧</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Repeat</source>
      <translation>重复</translation>
    </message>
    <message>
      <source>Tag properties</source>
      <translation>标签属性</translation>
    </message>
    <message>
      <source>There and back</source>
      <translation>往返</translation>
    </message>
    <message>
      <source>for ever</source>
      <translation>一直</translation>
    </message>
  </context>
  <context>
    <name>TagField</name>
    <message>
      <source>&amp;Tag</source>
      <translation>标签(&amp;T)</translation>
    </message>
    <message>
      <source>All frames</source>
      <translation>所有帧</translation>
    </message>
    <message>
      <source>Frames to export</source>
      <translation>要导出的帧</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
  </context>
  <context>
    <name>Tagging</name>
    <message>
      <source>Ctrl+Alt+T puts one round those chosen.</source>
      <translation>Ctrl+Alt+T 可给所选帧加标签。</translation>
    </message>
    <message>
      <source>Delete ta&amp;g</source>
      <translation>删除标签(&amp;G)</translation>
    </message>
    <message>
      <source>Delete tag</source>
      <translation>删除标签</translation>
    </message>
    <message>
      <source>New &amp;tag…</source>
      <translation>新建标签(&amp;T)…</translation>
    </message>
    <message>
      <source>New tag</source>
      <translation>新建标签</translation>
    </message>
    <message>
      <source>Ta&amp;g properties…</source>
      <translation>标签属性(&amp;G)…</translation>
    </message>
    <message>
      <source>Tag properties</source>
      <translation>标签属性</translation>
    </message>
    <message>
      <source>Tag {0}</source>
      <translation>标签 {0}</translation>
    </message>
    <message>
      <source>There is no tag round this frame.</source>
      <translation>这一帧没有标签。</translation>
    </message>
  </context>
  <context>
    <name>TimelineModel</name>
    <message>
      <source>Frame {0}, {1} ms</source>
      <translation>第 {0} 帧，{1} 毫秒</translation>
    </message>
    <message>
      <source>drawn</source>
      <translation>已绘制</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空白</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>已隐藏</translation>
    </message>
    <message>
      <source>linked with its neighbour</source>
      <translation>与相邻帧链接</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>{0} % opaque</source>
      <translation>不透明度 {0} %</translation>
    </message>
    <message>
      <source>{0}, frame {1}: {2}</source>
      <translation>{0}，第 {1} 帧：{2}</translation>
    </message>
  </context>
  <context>
    <name>TimelinePanel</name>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>{0} ms</source>
      <translation>{0} 毫秒</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
      <source>“{0}” is hidden</source>
      <translation>“{0}”已隐藏</translation>
    </message>
    <message>
      <source>“{0}” is locked</source>
      <translation>“{0}”已锁定</translation>
    </message>
  </context>
  <context>
    <name>TimelineView</name>
    <message>
      <source>Timeline</source>
      <translation>时间轴</translation>
    </message>
  </context>
  <context>
    <name>ToolChoicesRow</name>
    <message>
      <source>A pen pressed harder draws wider</source>
      <translation>压得越重，线条越粗</translation>
    </message>
    <message>
      <source>Add to the selection (hold Shift)</source>
      <translation>添加到选区（按住 Shift）</translation>
    </message>
    <message>
      <source>Filled</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>Keep what is in both (hold Ctrl+Shift)</source>
      <translation>与选区取交集（按住 Ctrl+Shift）</translation>
    </message>
    <message>
      <source>Only connected pixels</source>
      <translation>仅相连的像素</translation>
    </message>
    <message>
      <source>Pixel-perfect: no doubled corners in strokes of one pixel</source>
      <translation>像素完美：单像素线条不留多余拐角</translation>
    </message>
    <message>
      <source>Select anew</source>
      <translation>新建选区</translation>
    </message>
    <message>
      <source>Take away from the selection (hold Alt+Shift)</source>
      <translation>从选区减去（按住 Alt+Shift）</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Tolerance: how much the colours of pixels may differ, in each channel</source>
      <translation>容差：每个通道允许的颜色差异</translation>
    </message>
  </context>
  <context>
    <name>ToolOptions</name>
    <message>
      <source> px</source>
      <translation> 像素</translation>
    </message>
    <message>
      <source>Brush size</source>
      <translation>画笔大小</translation>
    </message>
    <message>
      <source>Brush size, in pixels of the sprite ([ and ])</source>
      <translation>画笔大小，以精灵像素计（[ 和 ]）</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
  </context>
  <context>
    <name>ToolRail</name>
    <message>
      <source>Bucket</source>
      <translation>油漆桶</translation>
    </message>
    <message>
      <source>Click corner after corner; click the last one again to close it.</source>
      <translation>逐个单击顶点；再次单击最后一点即可闭合。</translation>
    </message>
    <message>
      <source>Click to come nearer; the right button goes away.</source>
      <translation>单击放大；右键缩小。</translation>
    </message>
    <message>
      <source>Drag from corner to corner.</source>
      <translation>从一角拖到对角。</translation>
    </message>
    <message>
      <source>Drag from corner to corner; Shift makes a circle.</source>
      <translation>从一角拖到对角；按 Shift 画圆。</translation>
    </message>
    <message>
      <source>Drag from corner to corner; Shift makes a square.</source>
      <translation>从一角拖到对角；按 Shift 画正方形。</translation>
    </message>
    <message>
      <source>Drag from end to end; Shift keeps it level, upright or diagonal.</source>
      <translation>从起点拖到终点；按 Shift 保持水平、垂直或斜线。</translation>
    </message>
    <message>
      <source>Drag what is selected on the layer, or all of it; the arrow keys move it by a pixel.</source>
      <translation>拖动图层上选中的内容，或整个图层；方向键每次移动一个像素。</translation>
    </message>
    <message>
      <source>Draw round a part.</source>
      <translation>圈出一部分。</translation>
    </message>
    <message>
      <source>Draw; with Shift a straight line from the last stroke.</source>
      <translation>绘画；按 Shift 从上一笔画直线。</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Eyedropper</source>
      <translation>吸管</translation>
    </message>
    <message>
      <source>Fill pixels of one colour.</source>
      <translation>填充同色像素。</translation>
    </message>
    <message>
      <source>Hand</source>
      <translation>抓手</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>套索</translation>
    </message>
    <message>
      <source>Leave transparent pixels; with Shift a straight line from the last stroke.</source>
      <translation>擦成透明像素；按 Shift 从上一笔擦直线。</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>直线</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>魔棒</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Move the view; with any tool, hold Space or the middle button. The wheel zooms.</source>
      <translation>移动视图；用任何工具时也可按住空格或鼠标中键。滚轮缩放。</translation>
    </message>
    <message>
      <source>Paint over the part that the model should draw; Alt or the right button takes away.</source>
      <translation>涂抹要让模型绘制的部分；Alt 或右键减去。</translation>
    </message>
    <message>
      <source>Pencil</source>
      <translation>铅笔</translation>
    </message>
    <message>
      <source>Polygon lasso</source>
      <translation>多边形套索</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Select a rectangle</source>
      <translation>矩形选区</translation>
    </message>
    <message>
      <source>Select an ellipse</source>
      <translation>椭圆选区</translation>
    </message>
    <message>
      <source>Select pixels of one colour.</source>
      <translation>选择同色像素。</translation>
    </message>
    <message>
      <source>Selection brush</source>
      <translation>选区画笔</translation>
    </message>
    <message>
      <source>Take a colour from the sprite; the right button takes it as the second.</source>
      <translation>从精灵上取色；右键取为第二种颜色。</translation>
    </message>
    <message>
      <source>The model draws there, and tools keep to it. Shift adds, Alt+Shift takes away.</source>
      <translation>模型在选区内绘制，工具也只作用于选区。Shift 添加，Alt+Shift 减去。</translation>
    </message>
    <message>
      <source>The right button draws with the second colour; hold Alt to pick a colour, Ctrl to move.</source>
      <translation>右键用第二种颜色；按住 Alt 取色，按住 Ctrl 移动。</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
  </context>
  <context>
    <name>Tools</name>
    <message>
      <source>Ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>直线</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Pencil</source>
      <translation>铅笔</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>&amp;Pack</source>
      <translation>模型包(&amp;P)</translation>
    </message>
  </context>
  <context>
    <name>TrainChoices</name>
    <message>
      <source>Best</source>
      <translation>最佳</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Found by itself</source>
      <translation>自动检测</translation>
    </message>
    <message>
      <source>Found by itself: {0}</source>
      <translation>自动检测：{0}</translation>
    </message>
    <message>
      <source>From scratch</source>
      <translation>从零开始</translation>
    </message>
    <message>
      <source>Good</source>
      <translation>良好</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>训练多久</translation>
    </message>
    <message>
      <source>In the codes of {0}</source>
      <translation>在 {0} 的编码中</translation>
    </message>
    <message>
      <source>Measured {0}; it ends earlier when nothing gets better.</source>
      <translation>实测{0}；若不再提升会提前结束。</translation>
    </message>
    <message>
      <source>Measured {0}; the best weights are kept.</source>
      <translation>实测{0}；保留最佳权重。</translation>
    </message>
    <message>
      <source>Measuring how fast this computer is…</source>
      <translation>正在测量这台电脑的速度…</translation>
    </message>
    <message>
      <source>Name of the pack</source>
      <translation>模型包名称</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>快速</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>起点</translation>
    </message>
    <message>
      <source>Start training</source>
      <translation>开始训练</translation>
    </message>
    <message>
      <source>What it learns</source>
      <translation>学什么</translation>
    </message>
    <message>
      <source>on the {0}</source>
      <translation>用 {0}</translation>
    </message>
    <message>
      <source>on this computer</source>
      <translation>在这台电脑上</translation>
    </message>
    <message>
      <source>on this computer's {0} cores</source>
      <translation>用这台电脑的 {0} 个核心</translation>
    </message>
  </context>
  <context>
    <name>TrainPage</name>
    <message>
      <source>&amp;Paste verse</source>
      <translation>粘贴诗句(&amp;P)</translation>
    </message>
    <message>
      <source>Choose a folder of pictures, or of verse</source>
      <translation>选择图片或诗句的文件夹</translation>
    </message>
    <message>
      <source>Choose pictures, or text files of verse</source>
      <translation>选择图片，或诗句的文本文件</translation>
    </message>
    <message>
      <source>Copy lines of verse, a line to a line, or files; then paste them here.</source>
      <translation>请复制诗句（每行一句）或文件，再粘贴到这里。</translation>
    </message>
    <message>
      <source>Drop them on the Library page.</source>
      <translation>请拖到模型库页。</translation>
    </message>
    <message>
      <source>New training</source>
      <translation>新建训练</translation>
    </message>
    <message>
      <source>None yet.</source>
      <translation>还没有。</translation>
    </message>
    <message>
      <source>There is nothing to learn from on the clipboard.</source>
      <translation>剪贴板上没有可学的内容。</translation>
    </message>
    <message>
      <source>These are packs, no pictures and no verse.</source>
      <translation>这些是模型包，不是图片或诗句。</translation>
    </message>
    <message>
      <source>Trainings</source>
      <translation>训练</translation>
    </message>
  </context>
  <context>
    <name>Transport</name>
    <message>
      <source>Again and again (loop), as exported files always do</source>
      <translation>循环播放，导出的文件总是如此</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>Next frame (Right)</source>
      <translation>下一帧（右）</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>暂停（空格）</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>播放（空格）</translation>
    </message>
    <message>
      <source>Previous frame (Left)</source>
      <translation>上一帧（左）</translation>
    </message>
    <message>
      <source>There and back again (ping-pong)</source>
      <translation>往返播放</translation>
    </message>
  </context>
  <context>
    <name>Trial</name>
    <message>
      <source>{0}, so far</source>
      <translation>{0}，目前</translation>
    </message>
  </context>
  <context>
    <name>Undoing</name>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
  </context>
  <context>
    <name>VerseBar</name>
    <message>
      <source>&amp;Pack</source>
      <translation>模型包(&amp;P)</translation>
    </message>
    <message>
      <source>How many lines are written between the first and the last</source>
      <translation>首行与末行之间写几行</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Li&amp;nes between</source>
      <translation>中间行数(&amp;N)</translation>
    </message>
    <message>
      <source>Lines between</source>
      <translation>中间行数</translation>
    </message>
    <message>
      <source>S&amp;eed</source>
      <translation>种子(&amp;E)</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写诗</translation>
    </message>
  </context>
  <context>
    <name>VerseEditing</name>
    <message>
      <source>&amp;Add a line below</source>
      <translation>在下方加一行(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Keep</source>
      <translation>保留(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Lock the line</source>
      <translation>锁定这一行(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Next of its others</source>
      <translation>下一个备选(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Previous of its others</source>
      <translation>上一个备选(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Remove the line</source>
      <translation>移除这一行(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Star</source>
      <translation>加星标(&amp;S)</translation>
    </message>
    <message>
      <source>A new poem.</source>
      <translation>新的诗。</translation>
    </message>
    <message>
      <source>A new poem. The last one is on the shelf.</source>
      <translation>新的诗。上一首在书架上。</translation>
    </message>
    <message>
      <source>A poem of {0} lines.</source>
      <translation>一首 {0} 行的诗。</translation>
    </message>
    <message>
      <source>Brought back: {0}.</source>
      <translation>已恢复：{0}。</translation>
    </message>
    <message>
      <source>Ctrl+Z brings it back.</source>
      <translation>Ctrl+Z 可恢复。</translation>
    </message>
    <message>
      <source>Ctrl+Z goes back to it.</source>
      <translation>Ctrl+Z 可回到它。</translation>
    </message>
    <message>
      <source>Ctrl+Z goes back.</source>
      <translation>Ctrl+Z 可撤回。</translation>
    </message>
    <message>
      <source>Discarded “{0}”.</source>
      <translation>已丢弃“{0}”。</translation>
    </message>
    <message>
      <source>Keep as anot&amp;her</source>
      <translation>另外保留一份(&amp;H)</translation>
    </message>
    <message>
      <source>Kept another “{0}” on the shelf.</source>
      <translation>已在书架上另存一份“{0}”。</translation>
    </message>
    <message>
      <source>Kept “{0}” on the shelf.</source>
      <translation>“{0}”已放上书架。</translation>
    </message>
    <message>
      <source>Lock the &amp;word</source>
      <translation>锁定词(&amp;W)</translation>
    </message>
    <message>
      <source>Ne&amp;w poem</source>
      <translation>新诗(&amp;W)</translation>
    </message>
    <message>
      <source>Only the first {0} lines were taken.</source>
      <translation>只取了前 {0} 行。</translation>
    </message>
    <message>
      <source>Starred “{0}”; it is on the shelf.</source>
      <translation>已给“{0}”加星标；它在书架上。</translation>
    </message>
    <message>
      <source>There is no line to lock yet.</source>
      <translation>还没有可锁定的诗句。</translation>
    </message>
    <message>
      <source>Took back: {0}.</source>
      <translation>已撤销：{0}。</translation>
    </message>
    <message>
      <source>Un&amp;lock the line</source>
      <translation>解锁这一行(&amp;L)</translation>
    </message>
    <message>
      <source>Unlock lines to have them written anew. Ctrl+Z goes back.</source>
      <translation>解锁后可重写。Ctrl+Z 可撤回。</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>无题</translation>
    </message>
    <message>
      <source>add a line</source>
      <translation>添加一行</translation>
    </message>
    <message>
      <source>discard</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>keep another</source>
      <translation>另存一份</translation>
    </message>
    <message>
      <source>lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>new poem</source>
      <translation>新诗</translation>
    </message>
    <message>
      <source>open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>other line</source>
      <translation>换一行</translation>
    </message>
    <message>
      <source>paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>remove a line</source>
      <translation>移除一行</translation>
    </message>
    <message>
      <source>star</source>
      <translation>星标</translation>
    </message>
    <message>
      <source>unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>“{0}” has no star now.</source>
      <translation>“{0}”不再有星标。</translation>
    </message>
    <message>
      <source>“{0}” is on the desk.</source>
      <translation>“{0}”已放上案头。</translation>
    </message>
  </context>
  <context>
    <name>VerseExploring</name>
    <message>
      <source>Explore another line.</source>
      <translation>请探索另一行。</translation>
    </message>
    <message>
      <source>The engine sent an answer that does not belong to this line.</source>
      <translation>引擎发来的回答不属于这一行。</translation>
    </message>
    <message>
      <source>This pack knows nothing of “{0}”.</source>
      <translation>这个包不认识“{0}”。</translation>
    </message>
    <message>
      <source>explore a line</source>
      <translation>探索诗句</translation>
    </message>
    <message>
      <source>reset</source>
      <translation>重置</translation>
    </message>
  </context>
  <context>
    <name>VerseExports</name>
    <message>
      <source>&amp;Copy the poem</source>
      <translation>复制诗(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Export as text, Markdown or PDF…</source>
      <translation>导出为文本、Markdown 或 PDF(&amp;E)…</translation>
    </message>
    <message>
      <source>Copied the poem card.</source>
      <translation>已复制诗卡。</translation>
    </message>
    <message>
      <source>Copied the poem.</source>
      <translation>已复制诗。</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export the poem</source>
      <translation>导出诗</translation>
    </message>
    <message>
      <source>PNG picture (*.png)</source>
      <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
      <source>Poem &amp;card with the sprite…</source>
      <translation>配精灵的诗卡(&amp;C)…</translation>
    </message>
    <message>
      <source>Save the poem card</source>
      <translation>保存诗卡</translation>
    </message>
    <message>
      <source>Saved {0}.</source>
      <translation>已保存 {0}。</translation>
    </message>
    <message>
      <source>Text (*.txt);;Markdown (*.md);;PDF (*.pdf)</source>
      <translation>文本 (*.txt);;Markdown (*.md);;PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Writing {0}…</source>
      <translation>正在写入 {0}…</translation>
    </message>
    <message>
      <source>poem</source>
      <translation>诗</translation>
    </message>
    <message>
      <source>{0} is there already. Replace it?</source>
      <translation>{0} 已经存在。要替换吗？</translation>
    </message>
  </context>
  <context>
    <name>VerseField</name>
    <message>
      <source>Lock “{0}”</source>
      <translation>锁定“{0}”</translation>
    </message>
    <message>
      <source>Unlock “{0}”</source>
      <translation>解锁“{0}”</translation>
    </message>
  </context>
  <context>
    <name>VerseHint</name>
    <message>
      <source>No pack writes verse yet</source>
      <translation>还没有会写诗的模型包</translation>
    </message>
    <message>
      <source>On the Train page, drop a text file with some thousand lines, yours or old ones that are free: after an hour or so, all on this computer, the pack is in the list here. Or drop someone else's .svpack file anywhere on this window.</source>
      <translation>在训练页拖入一个有数千行诗句的文本文件，可以是您自己的或可自由使用的旧诗：大约一小时后，模型包就会出现在这里的列表中，全程只在这台电脑上。也可以把别人的 .svpack 文件拖到窗口任意处。</translation>
    </message>
  </context>
  <context>
    <name>VersePage</name>
    <message>
      <source>&amp;Other lines here</source>
      <translation>换写此处(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Verse</source>
      <translation>诗(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Write</source>
      <translation>写诗(&amp;W)</translation>
    </message>
    <message>
      <source>Cance&amp;l</source>
      <translation>取消(&amp;L)</translation>
    </message>
    <message>
      <source>Card…</source>
      <translation>诗卡…</translation>
    </message>
    <message>
      <source>Ctrl+L unlocks it.</source>
      <translation>Ctrl+L 可解锁。</translation>
    </message>
    <message>
      <source>Enter between them; arrow keys</source>
      <translation>在其间按回车；方向键</translation>
    </message>
    <message>
      <source>Enter, Del on the shelf</source>
      <translation>回车、Del，在书架上</translation>
    </message>
    <message>
      <source>Enter, in the first or last line</source>
      <translation>回车，在首行或末行</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>No pack writes verse yet.</source>
      <translation>还没有会写诗的模型包。</translation>
    </message>
    <message>
      <source>On to the next line</source>
      <translation>到下一行</translation>
    </message>
    <message>
      <source>Open, discard a kept poem</source>
      <translation>打开、丢弃保留的诗</translation>
    </message>
    <message>
      <source>Show &amp;all other lines</source>
      <translation>显示所有备选(&amp;A)</translation>
    </message>
    <message>
      <source>Show the others of every line, not only of the one you are at</source>
      <translation>显示每一行的备选，而不只是当前行</translation>
    </message>
    <message>
      <source>Tab to it, Enter</source>
      <translation>Tab 移到它，回车</translation>
    </message>
    <message>
      <source>Take another line</source>
      <translation>采用另一行</translation>
    </message>
    <message>
      <source>This line is locked.</source>
      <translation>这一行已锁定。</translation>
    </message>
    <message>
      <source>Train one on the Train page.</source>
      <translation>请在训练页训练一个。</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写诗</translation>
    </message>
    <message>
      <source>Write the lines between; what is locked stays: also Enter in the first or last line</source>
      <translation>写出中间各行；锁定的保持不变：也可在首行或末行按回车</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>正在写…</translation>
    </message>
    <message>
      <source>Written with seed {0}.</source>
      <translation>已用种子 {0} 写成。</translation>
    </message>
    <message>
      <source>lock words</source>
      <translation>锁定词</translation>
    </message>
    <message>
      <source>other line</source>
      <translation>换一行</translation>
    </message>
    <message>
      <source>title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>typing</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>“{0}” writes this language, and is chosen now.</source>
      <translation>“{0}”会写这种语言，已自动选用。</translation>
    </message>
  </context>
  <context>
    <name>VersePicking</name>
    <message>
      <source>&amp;Begin with two fresh lines</source>
      <translation>以两行新诗句开头(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Fresh lines</source>
      <translation>新诗句(&amp;F)</translation>
    </message>
    <message>
      <source>Explore the li&amp;ne</source>
      <translation>探索这一行(&amp;N)</translation>
    </message>
    <message>
      <source>Explore the line that was found</source>
      <translation>探索找到的诗句</translation>
    </message>
    <message>
      <source>Ne&amp;ighbours</source>
      <translation>近邻(&amp;I)</translation>
    </message>
    <message>
      <source>Use as the first line</source>
      <translation>用作首行</translation>
    </message>
    <message>
      <source>Use as the last line</source>
      <translation>用作末行</translation>
    </message>
    <message>
      <source>Use as the line you are at</source>
      <translation>用作当前行</translation>
    </message>
    <message>
      <source>pick a line</source>
      <translation>挑选诗句</translation>
    </message>
    <message>
      <source>two fresh lines</source>
      <translation>两行新诗句</translation>
    </message>
  </context>
  <context>
    <name>VerseReading</name>
    <message>
      <source>The engine sent an answer that does not belong here.</source>
      <translation>引擎发来的回答不属于这里。</translation>
    </message>
    <message>
      <source>This pack knows nothing of such a line: choose another pack for it.</source>
      <translation>这个包不认识这样的诗句：请换一个包。</translation>
    </message>
  </context>
  <context>
    <name>VerseRemarks</name>
    <message>
      <source>Write a line here, or pick one under “Lines”.</source>
      <translation>请在这里写一行，或在“诗句”中挑一行。</translation>
    </message>
  </context>
  <context>
    <name>VerseReportView</name>
    <message>
      <source>Characters of a line: {0} in Chinese</source>
      <translation>每行字数：{0} 行中文</translation>
    </message>
    <message>
      <source>Characters of a line: {0} in Latin letters</source>
      <translation>每行字符数：{0} 行拉丁文</translation>
    </message>
    <message>
      <source>Lines left out, and why</source>
      <translation>略去的诗句及原因</translation>
    </message>
    <message>
      <source>Lines to learn from</source>
      <translation>可学的诗句</translation>
    </message>
    <message>
      <source>One pack is for one language: only the lines in Chinese are learnt.</source>
      <translation>一个包只学一种语言：只学中文诗句。</translation>
    </message>
    <message>
      <source>One pack is for one language: only the lines in Latin letters are learnt.</source>
      <translation>一个包只学一种语言：只学拉丁文诗句。</translation>
    </message>
    <message>
      <source>{0}  ·  {1}</source>
      <translation>{0}  ·  {1}</translation>
    </message>
    <message>
      <source>{0}, line {1}</source>
      <translation>{0}，第 {1} 行</translation>
    </message>
  </context>
  <context>
    <name>VerseSide</name>
    <message>
      <source>A line as sliders</source>
      <translation>以滑块表示的诗句</translation>
    </message>
    <message>
      <source>Explore</source>
      <translation>探索</translation>
    </message>
    <message>
      <source>Explore it</source>
      <translation>探索它</translation>
    </message>
    <message>
      <source>First</source>
      <translation>首行</translation>
    </message>
    <message>
      <source>Fresh lines and neighbours, to pick from</source>
      <translation>新诗句和近邻，供挑选</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>此处</translation>
    </message>
    <message>
      <source>How lines are written</source>
      <translation>诗句如何写成</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>末行</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>诗句</translation>
    </message>
    <message>
      <source>Shelf</source>
      <translation>书架</translation>
    </message>
    <message>
      <source>The poems you keep</source>
      <translation>您保留的诗</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>写作</translation>
    </message>
  </context>
  <context>
    <name>VerseWriting</name>
    <message>
      <source>The engine sent lines that do not belong to this poem.</source>
      <translation>引擎发来的诗句不属于这首诗。</translation>
    </message>
    <message>
      <source>other line</source>
      <translation>换一行</translation>
    </message>
    <message>
      <source>write</source>
      <translation>写诗</translation>
    </message>
  </context>
  <context>
    <name>WalkPanel</name>
    <message>
      <source> ms</source>
      <translation> 毫秒</translation>
    </message>
    <message>
      <source>A f&amp;rame stays</source>
      <translation>每帧停留(&amp;R)</translation>
    </message>
    <message>
      <source>A s&amp;prite stays</source>
      <translation>精灵停留(&amp;P)</translation>
    </message>
    <message>
      <source>Frames &amp;between</source>
      <translation>中间帧数(&amp;B)</translation>
    </message>
    <message>
      <source>Frames between two sprites</source>
      <translation>两个精灵之间的帧数</translation>
    </message>
    <message>
      <source>From each starred sprite to the next, through sprites that the model draws between their numbers.</source>
      <translation>从每个星标精灵到下一个，途经模型在其数值之间画出的精灵。</translation>
    </message>
    <message>
      <source>Time of a frame</source>
      <translation>每帧时间</translation>
    </message>
    <message>
      <source>Time of a starred sprite</source>
      <translation>星标精灵的时间</translation>
    </message>
    <message>
      <source>Walk</source>
      <translation>漫步</translation>
    </message>
  </context>
  <context>
    <name>WalkView</name>
    <message>
      <source>Star two sprites of one pack, or more, on the board: the walk goes from each to the next.</source>
      <translation>在图板上给同一个包的两个或更多精灵加星标：漫步会从一个走到下一个。</translation>
    </message>
    <message>
      <source>Starred sprites</source>
      <translation>星标精灵</translation>
    </message>
    <message>
      <source>{0} of other packs are left out: their numbers mean nothing to this one</source>
      <translation>已略去其他包的 {0} 个：它们的数值对这个包没有意义</translation>
    </message>
  </context>
  <context>
    <name>_Thumbs</name>
    <message>
      <source>Click to look at another step</source>
      <translation>单击查看另一步</translation>
    </message>
  </context>
  <context>
    <name>duration</name>
    <message>
      <source>1 hour</source>
      <translation>1 小时</translation>
    </message>
    <message>
      <source>1 minute</source>
      <translation>1 分钟</translation>
    </message>
    <message>
      <source>about {0}</source>
      <translation>约 {0}</translation>
    </message>
    <message>
      <source>less than a minute</source>
      <translation>不到一分钟</translation>
    </message>
    <message>
      <source>{0} h {1} min</source>
      <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
      <source>{0} hours</source>
      <translation>{0} 小时</translation>
    </message>
    <message>
      <source>{0} minutes</source>
      <translation>{0} 分钟</translation>
    </message>
  </context>
</TS>
