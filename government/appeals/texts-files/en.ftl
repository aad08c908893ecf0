appeal-file-damaged = The picture is cut off or damaged. Take it anew or choose another file
appeal-file-cleaned = From your pictures, place, time and device were removed. What they show is unchanged.
appeal-file-cleaned-hint = Place, time and device are removed from pictures. A document may still name who wrote it.
