<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>Números neste passo:</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kernel</translation>
    </message>
    <message>
        <source>A kernel is a grid of weights; its output is largest where the image matches it.</source>
        <translation>Um kernel é uma grade de pesos; sua saída é maior onde a imagem combina com ele.</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamanho</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>Sempre ímpar, para que o kernel tenha um centro</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>Aleatór&amp;io</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>Pesos aleatórios, como em uma rede antes do treinamento</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>Ker&amp;nels</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>Número de kernels; cada um produz seu próprio mapa de características</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>Kernel exibido</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>Kernel cujos pesos e mapa de características são exibidos</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>Stride &amp;vertical</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>Linhas por passo para baixo</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>&amp;horizontal</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>Colunas por passo para a direita</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>Stride horizontal</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>&amp;Padding</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zeros</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>Os zeros em volta da imagem deixam o kernel chegar às bordas, de modo que a saída continua do tamanho da imagem (com stride 1).</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>Digite um número em uma célula; uma rede de verdade aprende seus pesos</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>Cada pixel sob o kernel multiplicado pelo seu peso</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>Recorte × pesos</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>mudar tamanho do kernel</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>mudar número de kernels</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>mudar padding</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>mudar stride</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>mudar kernel</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>sortear pesos</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>editar peso</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0, padding</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>Mapa do kernel {number} (vermelho: positivo, azul: negativo); clique para exibi-lo</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>I&amp;magem</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>Uma imagem é uma grade de números: uma da aula, uma sua ou os 100 × 13 MFCCs atuais.</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Linhas</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>Altura da imagem</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>Col&amp;unas</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>Largura da imagem</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Canais</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>Número de canais, como vermelho, verde e azul; o kernel tem o mesmo número</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>Canal cujos pixels e pesos são exibidos</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>Digite um número em uma célula; as células tracejadas são padding</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>Voltar ao vivo</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>A janela ao vivo volta a acompanhar o som</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>congelada</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ao vivo</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>ainda sem som</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>usar janela ao vivo</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>usar imagem própria</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>mudar imagem</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>redimensionar imagem</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>mudar número de canais</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>editar pixel</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>C&amp;onvolução</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>Deslizar kernels sobre uma imagem e somar os produtos</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>Poolin&amp;g</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>Reduzir uma imagem: manter um número por célula</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratório</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>seguida de ReLU</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>Uma ReLU transforma somas negativas em 0</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Redefinir</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>Voltar ao exemplo da aula; pode ser desfeito</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>redefinir</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>mudar para pooling</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>mudar para convolução</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>adicionar ReLU</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>remover ReLU</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>Número de passos em cada direção: a imagem com seu padding, menos o kernel, dividida pelo stride e arredondada para baixo, mais 1 pelo primeiro passo.</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>Saída até agora; o número deste passo está destacado. Médias com mais de quatro casas decimais são arredondadas para duas.</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{number} mapas de {size}</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>Ti&amp;po</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>average</source>
        <translation>média</translation>
    </message>
    <message>
        <source>Max pooling keeps the largest value of each cell; average pooling averages them.</source>
        <translation>O max pooling mantém o maior valor de cada célula; o average pooling, a média.</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>&amp;Tamanho da célula</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>Cada célula deste tamanho vira um número da saída</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>Linhas de uma célula até a de baixo</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>Colunas de uma célula até a seguinte</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>Pixels da célula atual; o max pooling mantém o destacado</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>Célula atual</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>usar pooling ({kind})</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>mudar tamanho da célula</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>sem pesos para aprender</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>A janela ao vivo é arredondada para uma casa decimal antes de qualquer cálculo.</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>Ela fica congelada enquanto você avança pelos passos; “Voltar ao vivo” a retoma.</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Este passo</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Reprodu&amp;zir</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Volta&amp;r</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>Passo anterior (←)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Pró&amp;ximo</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Próximo passo (→)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>Arraste, ou use as teclas de seta, para ir a qualquer passo</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Pa&amp;sso</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>Velocidade de reprodução dos passos</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pausar (Espaço)</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>Reproduzir todos os passos, linha por linha (Espaço)</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>Pa&amp;sso {step} de {count}</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>Sem pa&amp;ssos</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Desfazer a última alteração</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>Refazer a última alteração desfeita</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>Soma deste passo</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>Como o número destacado da saída é calculado, produto por produto</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitetura</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Carregando o modelo…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Camadas da rede</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>Onde estão ativos os mapas de características que aumentam a pontuação do gênero: pouco detalhado, e só mostra evidências a favor do gênero</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradientes integrados</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>Quanto cada pixel aumenta ou diminui a pontuação do gênero, em comparação com a música média</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>Gênero principal</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>Gênero a explicar: o principal, ou sempre o mesmo</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>Opacidade das evidências sobre a imagem MFCC</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por quê</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>pa&amp;ra</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>Opac&amp;idade</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>Mais informações</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>Camada cujos mapas são exibidos. Os mapas de uma convolução são exibidos antes da sua ReLU, com os valores negativos em azul; a ReLU transforma valores negativos em 0, e o max pooling mantém o maior valor de cada célula.</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>Mais i&amp;ntensos primeiro</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>Ordena os mapas por energia cerca de uma vez por segundo. Desativado: cada mapa fica no seu lugar.</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>Contraste por &amp;mapa</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>Dá a cada mapa e kernel sua própria escala de cores, para que também os fracos mostrem sua forma. Desativado: uma escala para todos, para que possam ser comparados.</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>Todos os mapas</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>Voltar a todos os mapas da camada (Esc)</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>Restaurar kernels</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>Alguns kernels foram editados: restaurar os do modelo</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>mapa {number} de {count}</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>após a ReLU</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>, stride {size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{number} kernels de {size}{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>máximo de {size}{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>média de {size}{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>cada mapa é escalado e deslocado</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>valores negativos transformados em 0</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ Congelado</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Gêneros</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>&amp;Ordenar</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>O gênero mais provável primeiro. Desativado: cada gênero fica no seu lugar e é fácil de achar.</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>Período da mé&amp;dia</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>Limiar de &amp;silêncio</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>Automático: o gênero da música, a partir de tudo o que foi ouvido desde a última mudança de música, no máximo 30 s. Ou a média de um tempo fixo; 0 mostra cada janela separadamente.</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>Som que fica abaixo deste nível por meio segundo conta como silêncio, e nenhum gênero é exibido. Aumente o limiar se o ruído de fundo receber um gênero.</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>Probabilidades dos gêneros</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>Histórico dos gêneros</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} min</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{span}, até {duration} atrás</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>os últimos {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>Nada ouvido ainda</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>Arraste para ver o que passou. Role para ampliar; clique duas vezes para voltar ao presente.</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration} atrás</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernels</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>, silenciado</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, alterado</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>Kernel {number} de {count}</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} silenciado</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>Substituir por…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>Kernels: e se…</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>Cada kernel é uma grade de pesos que desliza sobre a imagem (tempo para a direita, coeficientes para cima). Clique em um para editá-lo e veja como seu mapa e o gênero mudam.</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Substituto</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>Substituir este kernel por um detector conhecido</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>Silen&amp;ciar</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>Zera este mapa para mostrar o que a rede diz sem ele</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>silenciar kernel</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>So&amp;lo</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>Silencia todos os outros mapas; pressione de novo para reativá-los</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>kernel em solo</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>Restaurar os pesos que este kernel tem no modelo</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>restaurar kernel</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restaurar tudo</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>Restaurar os pesos que todos os kernels têm no modelo; pode ser desfeito</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>restaurar todos os kernels</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>Todos os kernels</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>substituir por {name}</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>Peso na linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>editar viés</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>“{cell}” não é um número entre −100 e 100.</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence} O valor anterior foi mantido.</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>Kernel {number} (alterado)</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>Kernel {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>alterados: {number}</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}: digite um número e pressione Enter</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>Nível de entrada em relação ao máximo digital (dBFS). Barra: RMS em 0,3 s. Linha: pico. “Clip” acende quando a entrada atinge o máximo: abaixe o nível.</translation>
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
        <translation>Clip</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Mapa {number} de {count}</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>quadro {frame}, coeficiente {coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>Mapa {number}, {pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>Mapa {number}: {value} no quadro {frame}, coeficiente {coefficient}; máximo {maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>a entrada da rede: {frames} quadros × {coefficients} coeficientes</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>o que a rede vê aparece quando um modelo é carregado</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>Imagem MFCC</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>Cores da imagem</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>Ocultar intensidade (c&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>O coeficiente 0 é a intensidade; seus valores ficam muito fora da faixa dos outros.</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>Níveis au&amp;to</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>Ajusta a escala de cores aos valores dos coeficientes 1 a 12. Desativado: mantém a escala fixa; arraste as alças da barra de cores para mudá-la.</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baixo</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>{mfcc}, standardised {value}</source>
        <translation>{mfcc}, padronizado {value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>segundos atrás</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>coeficiente</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>Analisando o arquivo…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>Visão geral do arquivo</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
Clique ou arraste para ir a outro ponto. Shift+arrastar repete um trecho em loop (Esc encerra o loop). Role para ampliar; clique duas vezes para ver o arquivo inteiro.</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>{begin} a {end} {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>Aponte para um pixel de um mapa de características para ver como ele é calculado. Clique em um mapa para ampliá-lo e depois em um pixel para fixá-lo; as teclas de seta passam aos vizinhos.</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈: cada número é arredondado separadamente; nas grades, para duas casas decimais ou três algarismos, e abaixo delas, para quatro casas decimais. A soma é calculada com os números exatos.</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>A soma por trás de um pixel</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>Um kernel tem uma grade de pesos para cada mapa da camada anterior; todos os produtos são somados. Escolha o canal a exibir.</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>Exibir o canal que mais contribui para a soma, positivo ou negativo</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>Mais forte: {number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>canal {channel}: soma de {count} produtos ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>soma de {count} produtos ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + viés {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>máximo de {count} valores = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>média de {count} valores ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · ganho {gain:.4f} + deslocamento {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU: max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>no mapa: {value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>recorte</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× kernel</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ produtos</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>a imagem como a rede a vê</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}, mapa {number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>em {name}:</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>Ver todos os arquivos da playlist e escolher um</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>, arquivo atual</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Trechos</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>Nomear o trecho em loop e repetir os trechos que têm nome</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>&amp;Renomear este trecho…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>Remo&amp;ver o nome</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Trecho {number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>&amp;Nomear este trecho…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>Nomear um trecho</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>Nome do trecho de {begin} a {end}:</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Padrão</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>Dispositivo de entrada</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>Microfone ou outro dispositivo de entrada</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>Selecione uma entrada…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>Sem dispositivo de entrada</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>Janelas analisadas por segundo; a velocidade máxima é 43</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>Atualizações da tela por segundo</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>Atraso entre o som e sua exibição na tela</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>Som perdido antes da análise e janelas puladas porque o computador estava lento demais</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>, {number} sem resposta</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>Enviando a {programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>estéreo</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} canais</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g} kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} janelas/s</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} imagens/s</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>{delay} ms de atraso</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>Atraso entre o som e sua exibição na tela; {delay:.0f} ms dele no dispositivo de entrada</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>{number} perdidas</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>{number} puladas</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>{overflows} estouros do dispositivo, {lost} amostras perdidas antes da análise, {skipped} janelas puladas porque o computador estava lento demais</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>Volume de reprodução; não afeta a análise</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>Gêneros de {file}</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>Stream de rede</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>(tag: {genre})</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples} amostras ÷ {hop} = {frames} quadros de {coefficients} coeficientes cada: uma imagem de {frames} × {coefficients} × 1</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>Aponte para um quadro, ou pressione ← e →, para ver quais amostras ele abrange.
Som: {rate} amostras por segundo, ampliado na escala indicada.
Log-mel: nível em {bands} faixas de frequência, as graves embaixo; as cores abrangem os {range:.0f} dB usados para os MFCCs.
MFCC: {coefficients} coeficientes que descrevem a forma do espectro log-mel; o coeficiente 0 fica embaixo. Cada um tem sua própria escala de cores.</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>Nenhum som guardado: ele só é guardado se este painel estiver aberto quando você congela a tela</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>Da onda à imagem</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>O quadro {frame} abrange {samples} amostras, de {first} a {last} de {all}; as primeiras {before} ficam à esquerda da faixa.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>Log-mel</source>
        <translation>Log-mel</translation>
    </message>
    <message>
        <source>MFCC</source>
        <translation>MFCC</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Quadro {number} de {count}</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir sessão</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>Sessões anteriores</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Sobretudo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session} (aberta em outra janela)</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>As sessões são guardadas em {folder}.</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>Não há sessões anteriores no disco.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Excluir sessão</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>Excluir do disco a sessão de {session}, com {parts}? Esta ação não pode ser desfeita.</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>Exibir aqui a última sessão e acrescentar o que for ouvido a partir de agora</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Fechar esta linha</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>Fechar esta linha; a sessão continua disponível em Abrir…</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>Nada ainda.
Tudo o que for ouvido por pelo menos cinco segundos aparece aqui, de um microfone ou de um arquivo.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>Exibir só os trechos com estas palavras na fonte, no gênero ou na nota</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Exc&amp;luir</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>Excluir da lista os trechos selecionados (Del). Desfazer os recupera.</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>Por quanto tempo cada gênero foi ouvido nos trechos exibidos ou selecionados</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>Última sessão: {last}, {parts}.</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>Nenhum trecho corresponde a “{filter}”. Esc mostra todos.</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{number} de {parts}</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>no disco</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>só até o programa ser fechado</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}, {duration} no total, {kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>{number} na seleção, {duration}:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Gênero</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidade</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Gravado</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>O que foi ouvido. Digite ou escolha outro nome (F2).</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>Probabilidade média, ao longo do trecho, do gênero ou dos dois juntos</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>Sua própria nota (F2)</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>Quando foi gravado, segundo o nome ou as tags do arquivo</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>renomear trecho</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>editar nota</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>Ouvido: {heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>d MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>Trechos da sessão</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>Gravar a entrada em um arquivo FLAC</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>Parar a gravação e manter o arquivo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Fonte</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Exi&amp;bir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferências…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>Tudo o que a janela pode fazer</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atalhos de teclado</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>&amp;Ficha do modelo</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>Com que o modelo foi treinado e com que frequência ele acerta</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Tour</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>Um tour rápido pela janela</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>Copiar versões, dispositivos e o fim do log para um relato de erro; sem áudio e sem nomes de arquivos</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>&amp;Sobre o genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir arquivos…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>Abrir arquivos de áudio, ou soltá-los na janela</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;pasta…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>Reproduzir todos os arquivos de áudio de uma pasta</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>Abrir endereç&amp;o…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>Ouvir uma rádio da internet ou outro stream</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>Abrir da área de &amp;transferência</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>Abrir um endereço ou arquivos copiados em outro lugar</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;recentes</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>Reproduzir &amp;demo</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>Reproduzir a música que acompanha o genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Nova sessão</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>Começar uma sessão vazia; a atual fica no disco</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>A&amp;brir sessão…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>Abrir uma sessão anterior e continuá-la; a atual fica no disco</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;Salvar sessão…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>Salvar a sessão como CSV, JSON ou rótulos do Audacity</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sa&amp;ir</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>&amp;Ouvir a entrada</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>A&amp;tualizar entradas</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>Procurar novos dispositivos de entrada</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usar</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>&amp;Retroceder 5 segundos</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>&amp;Avançar 5 segundos</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>Arqui&amp;vo anterior</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>Ir ao início deste arquivo, ou ao arquivo anterior</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>Pró&amp;ximo arquivo</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>Ir ao próximo arquivo</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>&amp;Gravar a entrada</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>Pasta de gravaçõe&amp;s…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>Escolher onde as gravações são salvas</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>Repetir os ú&amp;ltimos 30 segundos</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>Replay de 30 s</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>Repetir os últimos 30 segundos da entrada, guardados só na memória, e voltar a ouvir</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>&amp;Congelar a tela</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>Congelar a tela e continuar ouvindo</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>Ao &amp;vivo</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>Ver o som atual e como a rede o classifica</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>La&amp;boratório</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>Experimentar convolução e pooling à mão, passo a passo</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sessão</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>Lista de tudo o que foi ouvido nesta sessão</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>Só &amp;o gênero</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>Uma janela pequena só com o gênero</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>&amp;Por que este gênero</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>Mode&amp;lo</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Abrir modelo…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>T&amp;ela cheia</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Reduzir</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Tamanho &amp;normal</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>Começar a ouvir ou reproduzir de novo</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>Parar e liberar o dispositivo</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>Pausar o arquivo</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Reprod&amp;uzir</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>Retomar o arquivo</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>nenhum gênero exibido</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>Não foi possível calcular</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} a favor de {genre}</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} contra</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Painéis</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>Nenhum endereço nem arquivo foi copiado.</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>Diagnóstico copiado: cole-o no seu relato.</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Abrir arquivos de áudio</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Arquivos de áudio ({patterns});;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>Modelos (*{extension});;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>Modelo: {name}. {summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>Sobre o genre-monitor</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;Veja ao vivo o que uma rede convolucional ouve: a imagem MFCC, os mapas de características das camadas e o gênero.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;Licença MIT. O áudio nunca sai deste computador.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagem PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>Imagem SVG (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>Tabela CSV dos números exibidos (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>Todas as matrizes para NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>Pasta de trabalho para planilhas (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Rótulos do Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>Folha CUE (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar imagem</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>Salvar &amp;imagem…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>Salvar &amp;números…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Página inteira</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>Não há nada para salvar nesta página.</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>“{title}” está vazio, portanto não há números para salvar.</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>Salvar “{title}”</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>Não foi possível salvar “{name}” em {parent}: {reason}. Escolha outra pasta.</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>“{name}” já existe. Deseja substituí-lo?</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>&amp;Sempre visível</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>Manter esta janela à frente de todas as outras</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>&amp;Janela inteira</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>Exibir tudo de novo (Esc)</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># Nenhum modelo

Nenhum modelo está carregado.</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>O arquivo não diz com que frequência ele acerta.</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>Gêneros: {genres}.</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>Treinado com `{command}`.</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| camada | saída |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>Inspetores</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}, mapa {number}, quadro {frame} de {frames}, coeficiente {coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>&amp;Da onda à imagem</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>Imagem &amp;MFCC</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>Mapas de &amp;características</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>A soma por trás de &amp;um pixel</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>&amp;Kernels: e se…</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>&amp;Gêneros</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Histórico</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>&amp;Arquitetura</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferências</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>Tamanho do te&amp;xto e dos controles</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>&amp;Gravações</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>As alterações têm efeito imediato e são salvas.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma do sistema</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>Nesta tela; Ctrl++ e Ctrl+− também mudam o tamanho</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>&amp;OSC</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control, para TouchDesigner, QLC+, Max…</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>Página &amp;web na porta</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>Uma página com o gênero, para um navegador ou o OBS</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>Broker &amp;MQTT</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>O Home Assistant o encontra automaticamente</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>&amp;Comando ao mudar</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>Executado sem shell</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>Informar a outros programas o que é ouvido</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>Desativado. Exemplo: {example}</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>Excluir a senha do chaveiro do sistema</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>Sen&amp;ha do broker</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>Guardada no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>Enviando a: {receivers}.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>Nada é enviado.</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>Ajuda — {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>Voltar à página anterior (Alt+Esquerda)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Localizar…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Localizar</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Limpar lista</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Pasta para gravações</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{number} arquivos em {folder}</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>Gravação de {duration} em {where}</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>Não foi possível ler as configurações de {file}: {reason}. Usando os valores padrão. Nada será lembrado até que você o tire dali.</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>Não foi possível ler as configurações de {file}. Usando os valores padrão.</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>Não foi possível salvar as configurações em {file}. Verifique se é possível gravar na pasta e se o disco não está cheio.</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>As configurações em {damaged} estão danificadas e não puderam ser redefinidas: {error}. Exclua o arquivo e reinicie o genre-monitor.</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>As configurações estavam danificadas e foram redefinidas. O arquivo antigo é {kept}.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>Escolha o que ouvir: um microfone, seus próprios arquivos ou a demo. Nada é gravado a menos que você pressione Gravar, e nada sai deste computador.</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>Isto é tudo o que a rede ouve: os últimos 2,3 segundos como 100 quadros de 13 MFCCs, com o mais recente à direita.</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>Estes são os mapas de características de uma camada, um para cada um dos seus kernels. Escolha qualquer camada; clique em um mapa para ampliá-lo, ou em um kernel para mudá-lo.</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>E esta é a resposta da rede, a partir de tudo o que ela ouviu desde a última mudança de música. Quando não consegue decidir, ela cita dois gêneros ou diz que não tem certeza.</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>O menu Exibir tem mais: a soma por trás de cada pixel, por que este gênero, o histórico, a arquitetura, uma lista de tudo o que foi ouvido nesta sessão e o laboratório, onde você pode experimentar convolução e pooling à mão.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>Pular o tour; Ajuda ▸ Tour o mostra de novo ({keys})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Faixa de áudio</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>Faixa de áudio do vídeo</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>Rádio da internet (http, https) em mp3, ogg, aac ou HLS, ou um stream por RTSP. O som é reproduzido e analisado. O endereço pode conter um nome de usuário e uma senha (http://NAME:PASSWORD@…); a senha não é guardada.</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>Abrir endereço</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Limpar lista</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
