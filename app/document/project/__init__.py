"""Projects: all of a drawing in one file, a zip of JSON and PNG that other programs can read. No Qt.

A .sprv file of version 1 holds these entries; those that it does not name here are passed over. PNG entries are stored,
JSON is UTF-8. Lengths are pixels, colours are [red, green, blue, alpha] from 0 to 255, alpha straight.

project.json    everything but pixels:
  format_version  1
  width, height   of the canvas, 1 to 4096
  layers          the lowest first: key (a whole number that no other layer has), name, visible, locked, opacity (0-255)
  frames          in time: key, duration_ms
  planes          what cels show: picture (number N in cels/N.png; planes that look the same may share one), its upper
                  left corner at x, y of the canvas
  cels            [key of the layer, key of the frame, number of the plane, counted from 0]; linked cels have one plane;
                  where a layer has no cel in a frame, nothing is drawn
  tags            name, first, last (places of frames from 0, both included), direction (forward, reverse, pingpong,
                  pingpong_reverse), repeat (0: for ever), colour
  palette         colours in the artist's order; none where no palette was chosen
  layer, frame    keys of those that were worked on
  selection       number of the mask of what is selected, in masks/N.png; null where nothing is
  candidates      completions that were kept, and how they were made: seed, pack (its name), temperature, palette
                  (sprite, pack or list); number N has its pixels in candidates/N.png and what it may cover in
                  candidates/N-mask.png
  poems           as poems.json has them
  morph           null, or: pictures (names; number N in morph/N.png), settings
  export          how the project was last exported; paths in it are relative to the project's folder
preview.png     what is seen of the frame, no side over 256
cels/N.png      RGBA
masks/N.png     one bit: white is selected; of the canvas' size at the time
history.json    steps that can be undone and redone; a file without it, or with a damaged one, is whole all the same:
  done, undone    the step next to the present first. Each has its text, and `near` and `far`: how the state on its side
                  towards the present, and then the one on its other side, differ from the state before them on the way
                  out from the present. What is not named there is as it was: width, height, layers, frames, tags,
                  palette, layer, frame, selection (-1: nothing is selected), cels (null for a plane: there is none any
                  more)
  planes          those that project.json does not have; their numbers go on from there: like (number of the plane that
                  this one is made from, or null and width, height), tiles ([column, row, N]: tiles/N.png), gone
                  ([column, row]: nothing is there any more)
tiles/N.png     RGBA, squares of 64 pixels of the canvas, cut at its right and lower edges
"""
